package myna.server.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import myna.server.dispatcher.SpeechSource.Listener;
import myna.server.dispatcher.SpeechSource.TimedWord;
import myna.server.dispatcher.SpeechSource.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerSourceTest {
  private static final Wanted HELLO = new Wanted("<speak>Hello</speak>", "Linda", 2);

  private static final String EVENTS =
      """
      data: {"type":"speech.audio.delta","audio":"AAEC"}

      data: {"type":"speech.audio.words","words":[{"word":"Hello","start":0.1,"end":0.5,"offset":7,"length":5}]}

      data: {"type":"speech.audio.done","usage":{}}

      """;

  private final CountDownLatch release = new CountDownLatch(1);
  private final List<String> asked = new ArrayList<>();
  private final List<Object> told = new ArrayList<>();
  private HttpServer server;
  private ServerSource source;
  private int status = 200;
  private String answer = EVENTS;
  private boolean held;

  private final Listener listener =
      new Listener() {
        @Override
        public void sound(byte[] pcm) {
          told.add(List.of(pcm[0], pcm[1], pcm[2]));
        }

        @Override
        public void words(List<TimedWord> words) {
          told.addAll(words);
        }
      };

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            body.flush();
            await();
            body.write(answer.getBytes(StandardCharsets.UTF_8));
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    source = source("false");
  }

  private void await() {
    try {
      if (held) {
        release.await();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private ServerSource source(String... start) {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new ServerSource(address, new ServerStart(List.of(start), Duration.ofSeconds(20)));
  }

  @AfterEach
  void stop() {
    release.countDown();
    server.stop(0);
  }

  @Test
  void asksAndTellsSoundAndWords() throws IOException, InterruptedException {
    source.speak(HELLO, listener);
    assertThat(asked)
        .containsExactly(
            "{\"input\":\"<speak>Hello</speak>\",\"voice\":\"Linda\",\"speed\":2.0,"
                + "\"response_format\":\"pcm\",\"stream_format\":\"sse\"}");
    assertThat(told)
        .containsExactly(List.of((byte) 0, (byte) 1, (byte) 2), new TimedWord(0.1, 0.5, 7, 12));
  }

  @Test
  void whatCannotBeSpokenIsSilent() throws IOException, InterruptedException {
    status = 400;
    source.speak(HELLO, listener);
    assertThat(told).isEmpty();
  }

  @Test
  void aBrokenServerIsAFailure() {
    status = 500;
    assertThatThrownBy(() -> source.speak(HELLO, listener)).isInstanceOf(IOException.class);
  }

  @Test
  void anInterruptEndsItWhileNothingComes() throws Exception {
    held = true;
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<?> speaking =
          threads.submit(
              () -> {
                assertThatThrownBy(() -> source.speak(HELLO, listener))
                    .isInstanceOf(InterruptedException.class);
                return null;
              });
      while (asked.isEmpty()) {
        Thread.sleep(1);
      }
      threads.shutdownNow();
      speaking.get();
    }
  }

  @Test
  void aServerThatCannotBeStartedIsAFailure() {
    server.stop(0);
    assertThatThrownBy(() -> source.speak(HELLO, listener))
        .isInstanceOf(IOException.class)
        .hasMessage("no server answers: false");
    assertThatThrownBy(() -> source("/nowhere/myna").speak(HELLO, listener))
        .isInstanceOf(IOException.class);
  }
}
