package myna.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * {@code POST /v1/voices?name=NAME&consent=mine|permission}: the body is a clip in any format. Only
 * where the user of this machine allowed it.
 */
record NewVoiceEndpoint(VoiceLibrary library, boolean allowed) implements Endpoint {
  private static final int LARGEST_CLIP = 20 << 20;

  @Override
  public int largestBody() {
    return LARGEST_CLIP;
  }

  @Override
  public void answer(Request request, Response response, Callback callback, byte[] body)
      throws ApiError {
    if (!allowed) {
      throw ApiError.http(403, "voices may be added only where --allow-new-voices is given");
    }
    Fields query = Request.extractQueryParameters(request);
    String name = parameter(query, "name");
    Consent consent = consent(parameter(query, "consent"));
    Recording recording = new Recording("a request", decode(body));
    try {
      Answers.json(
          response,
          callback,
          201,
          InfoEndpoints.describe(library.create(name, consent, List.of(recording))));
    } catch (VoiceException e) {
      throw ApiError.of(e);
    }
  }

  private static String parameter(Fields query, String name) throws ApiError {
    Fields.Field field = query.get(name);
    if (field == null || field.getValues().size() != 1 || field.getValue().isBlank()) {
      throw ApiError.field(name, name + " must be given once, behind the question mark");
    }
    return field.getValue();
  }

  private static Consent consent(String given) throws ApiError {
    for (Consent.Kind kind : Consent.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(given)) {
        return new Consent(kind, LocalDate.now(ZoneId.systemDefault()));
      }
    }
    throw ApiError.field("consent", "consent must be mine or permission");
  }

  private static Audio decode(byte[] clip) throws ApiError {
    try {
      Path file = Files.createTempFile("myna-clip", ".part");
      try {
        Files.write(file, clip);
        return AudioFiles.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (AudioException e) {
      throw ApiError.field("clip", "the body is no sound that can be read");
    } catch (IOException e) {
      throw ApiError.broken("the clip could not be kept");
    }
  }
}
