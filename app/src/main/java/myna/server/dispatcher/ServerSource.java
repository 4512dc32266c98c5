package myna.server.dispatcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has a server of this machine speak, which is started where it is not there. */
public final class ServerSource implements SpeechSource {
  private static final Logger LOG = LoggerFactory.getLogger(ServerSource.class);
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String EVENT = "data: ";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI server;
  private final ServerStart start;
  private final ReentrantLock starting = new ReentrantLock();

  /**
   * A source.
   *
   * @param server its address
   * @param start what starts it
   */
  public ServerSource(URI server, ServerStart start) {
    this.server = server;
    this.start = start;
  }

  /** Sees to it that the server is there. */
  public void prepare() throws IOException, InterruptedException {
    starting.lockInterruptibly();
    try {
      start.ensure(this::answers);
    } finally {
      starting.unlock();
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(server.resolve("/health")).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void speak(Wanted wanted, Listener listener) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = ask(request(wanted));
    try (InputStream body = response.body()) {
      if (response.statusCode() == 200) {
        listen(body, listener);
      } else {
        refused(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException(); // which ends reading in this way
      }
      throw e;
    }
  }

  private HttpRequest request(Wanted wanted) {
    String body =
        MAPPER
            .createObjectNode()
            .put("input", wanted.text())
            .put("voice", wanted.voice())
            .put("speed", wanted.speed())
            .put("response_format", "pcm")
            .put("stream_format", "sse")
            .toString();
    return HttpRequest.newBuilder(server.resolve("/v1/audio/speech"))
        .header("Content-Type", "application/json")
        .header("User-Agent", "speech-dispatcher")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<InputStream> ask(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (ConnectException _) {
      prepare();
      return client.send(request, BodyHandlers.ofInputStream());
    }
  }

  /** What cannot be spoken is left out; a server that cannot speak at all is a failure. */
  private static void refused(int status, String answer) throws IOException {
    if (status >= 500) {
      throw new IOException("the server does not speak: " + answer);
    }
    LOG.debug("not spoken: {}", answer);
  }

  private static void listen(InputStream body, Listener listener)
      throws IOException, InterruptedException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(EVENT)) {
        tell(MAPPER.readTree(line.substring(EVENT.length())), listener);
      }
    }
  }

  private static void tell(JsonNode event, Listener listener)
      throws IOException, InterruptedException {
    switch (event.path("type").asString("")) {
      case "speech.audio.delta" ->
          listener.sound(Base64.getDecoder().decode(event.path("audio").asString("")));
      case "speech.audio.words" -> listener.words(words(event.path("words")));
      default -> {}
    }
  }

  private static List<TimedWord> words(JsonNode array) {
    List<TimedWord> words = new ArrayList<>();
    for (JsonNode word : array) {
      int offset = word.path("offset").asInt();
      int end = offset + word.path("length").asInt();
      words.add(
          new TimedWord(word.path("start").asDouble(), word.path("end").asDouble(), offset, end));
    }
    return words;
  }
}
