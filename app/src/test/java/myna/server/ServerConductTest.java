package myna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import myna.server.ServerException.Reason;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the server speaks, for whom, and when not, on a pack that speaks when the test says so. */
class ServerConductTest {
  private static final String THREE =
      Wire.speech("{\"input\":\"One. Two. Three.\",\"response_format\":\"pcm\"}");

  @TempDir private static Path folder;
  private static VoiceLibrary library;
  private GatedPack pack;
  private SpeechServer server;

  @BeforeAll
  static void library() throws VoiceException {
    library = Servers.library(folder);
  }

  @BeforeEach
  void start() throws Exception {
    pack = new GatedPack();
    server = Servers.start(pack, library);
  }

  @AfterEach
  void stop() {
    pack.gate.release(100);
    server.close();
  }

  @Test
  void theFirstSoundLeavesBeforeTheTextIsDone() throws Exception {
    try (Wire wire = new Wire(server.address())) {
      wire.send(Wire.speech("{\"input\":\"One. Two. Three.\",\"response_format\":\"wav\"}"));
      pack.gate.release(1);
      byte[] first = wire.in().readNBytes(4000);
      assertThat(new String(first, StandardCharsets.ISO_8859_1))
          .startsWith("HTTP/1.1 200")
          .contains("WAVE");
      assertThat(pack.gate.availablePermits()).isZero();
      pack.gate.release(2);
      assertWhole(wire);
    }
  }

  @Test
  void whatFailsBeforeTheFirstSoundHasItsStatus() throws Exception {
    try (Wire wire = new Wire(server.address())) {
      wire.send(Wire.speech("{\"input\":\"...\"}"));
      assertThat(wire.status()).isEqualTo(400);
    }
  }

  @Test
  void whoGoesAwayIsNotSpokenFor() throws Exception {
    for (boolean politely : new boolean[] {true, false}) {
      GatedPack other = new GatedPack();
      try (SpeechServer own = Servers.start(other, library)) {
        Wire wire = new Wire(own.address());
        wire.send(THREE);
        assertThat(other.begun.await(10, TimeUnit.SECONDS)).isTrue();
        if (politely) {
          wire.leave();
        } else {
          wire.close();
        }
        assertThat(other.cancelled.await(10, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void whoWaitsForATurnMayGoAway() throws Exception {
    try (Wire first = new Wire(server.address())) {
      first.send(THREE);
      assertThat(pack.begun.await(10, TimeUnit.SECONDS)).isTrue();
      Wire second = new Wire(server.address());
      second.send(THREE);
      until(2);
      second.leave();
      until(1);
    }
  }

  /** What a client gets ends with the last chunk. */
  private static void assertWhole(Wire wire) throws IOException {
    assertThat(wire.all().endsWith("\r\n0\r\n\r\n")).isTrue();
  }

  /** Waits until so many requests are spoken or wait. */
  private void until(int present) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (server.users().stream().mapToInt(User::now).sum() != present) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(5);
    }
  }

  @Test
  void aShortTextNeedNotWaitForTheEndOfALongOne() throws Exception {
    try (Wire longer = new Wire(server.address());
        Wire shorter = new Wire(server.address())) {
      longer.send(THREE);
      assertThat(pack.begun.await(10, TimeUnit.SECONDS)).isTrue();
      shorter.send(Wire.speech("{\"input\":\"Hi.\",\"response_format\":\"pcm\"}"));
      until(2);
      pack.gate.release(2);
      assertWhole(shorter);
      pack.gate.release(2);
      assertWhole(longer);
    }
  }

  @Test
  void moreThanCanWaitAreSentAway() throws Exception {
    try (SpeechServer full = SpeechServer.start(Servers.ANY, Servers.speakers(pack, library), 1)) {
      try (Wire first = new Wire(full.address());
          Wire second = new Wire(full.address())) {
        first.send(THREE);
        assertThat(pack.begun.await(10, TimeUnit.SECONDS)).isTrue();
        second.send(THREE);
        String answer = second.all();
        assertThat(answer).startsWith("HTTP/1.1 503").contains("Retry-After: 2");
        pack.gate.release(3);
        assertWhole(first);
      }
    }
  }

  @Test
  void closingLetsThoseEndWhoAreSpokenForAndNobodyIn() throws Exception {
    try (Wire wire = new Wire(server.address())) {
      wire.send(THREE);
      assertThat(pack.begun.await(10, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
      pack.gate.release(3);
      assertWhole(wire);
      closing.get(20, TimeUnit.SECONDS);
    }
    assertThatThrownBy(() -> new Wire(server.address())).isInstanceOf(IOException.class);
  }

  @Test
  void aPortInUseIsTold() {
    assertThatThrownBy(
            () ->
                SpeechServer.start(
                    Servers.ANY.withPort(server.address().getPort()),
                    Servers.speakers(pack, library)))
        .isInstanceOfSatisfying(
            ServerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE));
  }

  @Test
  void strangersNeedAToken() {
    assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 0, Optional.empty(), Set.of(), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a token");
  }
}
