package myna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered needs no turn and no pack: here one that would never speak again. */
@Timeout(60)
class ShortSentencesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String SHORT = "Edit";
  private static final String LONG = "This is longer than any button.";

  @TempDir Path folder;

  private static byte[] answer(SpeechServer server, String fields) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/v1/audio/speech"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"response_format\":\"pcm\"," + fields + "}"))
            .build();
    return CLIENT.send(request, BodyHandlers.ofByteArray()).body();
  }

  private static String input(String text) {
    return "\"input\":\"" + text + "\"";
  }

  @Test
  void aShortSentenceIsSpokenOnce() throws Exception {
    GatedPack pack = new GatedPack();
    VoiceLibrary library = Servers.library(folder);
    try (SpeechServer server = Servers.start(pack, library)) {
      pack.gate.release(1);
      byte[] first = answer(server, input(SHORT));
      assertThat(first).hasSizeGreaterThan(1000);
      assertThat(answer(server, input(SHORT))).isEqualTo(first);
      assertThat(pack.gate.availablePermits()).isZero();
    }
  }

  @Test
  void otherwiseSpokenItIsSpokenAgain() throws Exception {
    GatedPack pack = new GatedPack();
    VoiceLibrary library = Servers.library(folder);
    try (SpeechServer server = Servers.start(pack, library)) {
      pack.gate.release(6);
      answer(server, input(SHORT));
      answer(server, input(SHORT) + ",\"voice\":\"Deep\"");
      answer(server, input(SHORT) + ",\"speed\":2");
      answer(server, input(SHORT) + ",\"seed\":2");
      answer(server, input(LONG));
      assertThat(pack.gate.availablePermits()).isEqualTo(1);
      answer(server, input(LONG));
      assertThat(pack.gate.availablePermits()).isZero();
    }
  }

  @Test
  void aServerEndsWhenNobodyAsked() throws Exception {
    try (SpeechServer server = Servers.start(new GatedPack(), Servers.library(folder))) {
      long start = System.nanoTime();
      server.joinUntilQuiet(Duration.ofMillis(500));
      assertThat(System.nanoTime() - start).isGreaterThan(100_000_000);
    }
  }
}
