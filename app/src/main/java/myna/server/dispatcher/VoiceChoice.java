package myna.server.dispatcher;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;

/**
 * The voices that there are.
 *
 * @param usual the name of the one that speaks where a client names none; otherwise the first does
 */
public record VoiceChoice(VoiceLibrary library, Optional<String> usual) {
  /** Their names. */
  List<String> names() throws IOException {
    try {
      return library.list().voices().stream().map(Voice::name).toList();
    } catch (VoiceException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Who speaks, where one is asked for, who need not be there. */
  Optional<String> speaker(Optional<String> asked) throws IOException {
    List<String> names = names();
    return asked
        .filter(names::contains)
        .or(() -> usual.filter(names::contains))
        .or(() -> names.stream().findFirst());
  }
}
