package myna.server;

import java.io.IOException;
import java.time.Duration;
import myna.audio.AudioException;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.SpeechRequest;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code POST /v1/audio/speech} and its sister that tells the times of words. */
final class SpeechEndpoint implements Endpoint {
  /** The longest that one request may wait and be spoken. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int LARGEST_BODY = 256 << 10;

  private final Speakers speakers;
  private final PackLease pack;
  private final Clients clients;
  private final Cancellation stop;
  private final boolean timed;

  /**
   * The endpoint.
   *
   * @param pack shared with its sister
   * @param stop of the server
   * @param timed whether the answer is JSON with the times of words
   */
  SpeechEndpoint(
      Speakers speakers, PackLease pack, Clients clients, Cancellation stop, boolean timed) {
    this.speakers = speakers;
    this.pack = pack;
    this.clients = clients;
    this.stop = stop;
    this.timed = timed;
  }

  @Override
  public int largestBody() {
    return LARGEST_BODY;
  }

  @Override
  public void answer(Request request, Response response, Callback callback, byte[] body)
      throws ApiError {
    Bodies.checkJson(request);
    SpeechCall call = SpeechCall.read(body);
    try (Clients.Place _ = clients.enter(request.getHeaders().get(HttpHeader.USER_AGENT))) {
      ClientWatch watch = new ClientWatch(request, LONGEST);
      SpeechRequest speech = speechRequest(call);
      try {
        speak(call, speech, response, watch).finish(Callback.from(callback, watch::end));
      } catch (CancelledException e) {
        Answers.error(response, callback, watch.isLate() ? ApiError.late() : ApiError.busy());
      } catch (AudioException | IOException e) {
        callback.failed(e); // the client is gone
      }
    }
  }

  private SpeechRequest speechRequest(SpeechCall call) throws ApiError {
    Voices voices = Voices.of(speakers.library()).withMain(VoiceNames.find(speakers, call.voice()));
    return new SpeechRequest(
        call.input(), speakers.reading().get(), voices, call.manner().options());
  }

  /** Speaks into an answer, which is complete but for its end. */
  private ResponseStream speak(
      SpeechCall call, SpeechRequest speech, Response response, Cancellation watch)
      throws ApiError, AudioException, IOException {
    ResponseStream stream = new ResponseStream(response);
    AnswerForm form = form(call, stream);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, form.contentType());
    response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked"); // which shows what was cut
    int rate = pack.format().signal().outputRate();
    Cancellation either = () -> stop.requested() || watch.requested();
    try (SpokenAnswer answer = new SpokenAnswer(call, stream, form, rate, either)) {
      pack.stream(speech, answer, answer);
      answer.complete();
      return stream;
    } catch (EngineException e) {
      throw ApiError.of(e);
    } catch (IllegalArgumentException e) {
      throw ApiError.body(e.getMessage());
    }
  }

  private AnswerForm form(SpeechCall call, ResponseStream stream) throws IOException {
    if (timed) {
      return new AnswerForm.Timed(call.format(), stream);
    }
    return call.events()
        ? new AnswerForm.Events(stream)
        : new AnswerForm.Plain(call.format(), stream);
  }
}
