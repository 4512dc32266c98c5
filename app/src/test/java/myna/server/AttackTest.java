package myna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import myna.engine.PackLease;
import myna.onnx.Packs;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers, web pages and broken programs cannot make it speak, read or end. */
class AttackTest {
  @TempDir private static Path folder;
  private static VoiceLibrary library;

  @BeforeAll
  static void library() throws VoiceException {
    library = Servers.library(folder);
  }

  @Test
  void fiveHundredBadRequestsGetTheirStatusAndTheServerLives() throws Exception {
    List<String> wrong = new ArrayList<>();
    try (PackLease pack = Packs.tiny();
        SpeechServer server = Servers.start(pack, library)) {
      for (Attacks.Attack attack : new Attacks(16).list(500)) {
        wrong.addAll(attempt(server, attack));
      }
      try (Wire wire = new Wire(server.address())) {
        wire.send(Wire.speech("{\"input\":\"Still here.\"}"));
        assertThat(wire.status()).isEqualTo(200);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private List<String> attempt(SpeechServer server, Attacks.Attack attack) throws Exception {
    try (Wire wire = new Wire(server.address())) {
      boolean refused = !wire.offer(attack.bytes());
      if (attack.cut()) {
        return List.of();
      }
      String answer = wire.all();
      int status = answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
      String told = attack.kind() + " " + shown(attack) + ": " + answer;
      boolean right = attack.statuses().contains(status) || (refused && status == 0);
      boolean tells =
          answer.contains(folder.toString())
              || answer.contains("Exception")
              || answer.contains("jetty");
      return right && !tells ? List.of() : List.of(told);
    }
  }

  private static String shown(Attacks.Attack attack) {
    String text = new String(attack.bytes(), StandardCharsets.UTF_8);
    return text.substring(0, Math.min(text.length(), 300));
  }

  @Test
  void webPagesThatAreNamedMayAsk() throws Exception {
    GatedPack pack = new GatedPack();
    pack.gate.release(1);
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1", 0, Optional.empty(), Set.of("https://reader.example"), false);
    String origin = "\r\nOrigin: https://reader.example\r\n\r\n";
    try (SpeechServer server = SpeechServer.start(settings, Servers.speakers(pack, library))) {
      try (Wire wire = new Wire(server.address())) {
        wire.send(
            "OPTIONS /v1/audio/speech HTTP/1.1\r\nHost: localhost\r\nConnection: close" + origin);
        assertThat(wire.all())
            .startsWith("HTTP/1.1 204")
            .contains("Access-Control-Allow-Origin: https://reader.example")
            .contains("Access-Control-Allow-Headers: authorization, content-type");
      }
      try (Wire wire = new Wire(server.address())) {
        wire.send(Wire.speech("{\"input\":\"Hi.\"}").replaceFirst("\r\n\r\n", origin));
        assertThat(wire.all())
            .startsWith("HTTP/1.1 200")
            .contains("Access-Control-Allow-Origin: https://reader.example");
      }
    }
  }

  @Test
  void theOwnPageMayAskAndLinksMayOpenIt() throws Exception {
    GatedPack pack = new GatedPack();
    pack.gate.release(1);
    try (SpeechServer server = Servers.start(pack, library)) {
      String own = "localhost:" + server.address().getPort();
      try (Wire wire = new Wire(server.address())) {
        wire.send(
            Wire.speech("{\"input\":\"Hi.\"}")
                .replaceFirst("Host: localhost", "Host: " + own + "\r\nOrigin: http://" + own));
        assertThat(wire.status()).isEqualTo(200);
      }
      try (Wire wire = new Wire(server.address())) {
        wire.send(
            String.join(
                "\r\n",
                "GET / HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Mode: navigate",
                "",
                ""));
        assertThat(wire.all()).startsWith("HTTP/1.1 200").contains("frame-ancestors 'none'");
      }
    }
  }

  @Test
  void aTokenIsAskedForEverywhere() throws Exception {
    ServerSettings settings =
        new ServerSettings("127.0.0.1", 0, Optional.of("secret"), Set.of(), true);
    try (SpeechServer server =
        SpeechServer.start(settings, Servers.speakers(new GatedPack(), library))) {
      for (String path : List.of("/v1/voices", "/v1/models", "/health")) {
        for (String given :
            List.of("", "Authorization: secret\r\n", "Authorization: Bearer secre\r\n")) {
          assertThat(get(server, path, given)).isEqualTo(401);
        }
        assertThat(get(server, path, "Authorization: Bearer secret\r\n")).isEqualTo(200);
      }
    }
  }

  private static int get(SpeechServer server, String path, String more) throws Exception {
    try (Wire wire = new Wire(server.address())) {
      wire.send(
          "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + more + "\r\n");
      return wire.status();
    }
  }

  @Test
  void nobodyAddsVoicesUnlessTheUserAllowsIt() throws Exception {
    try (SpeechServer server = Servers.start(new GatedPack(), library);
        Wire wire = new Wire(server.address())) {
      wire.send(Wire.post("/v1/voices?name=X&consent=mine", "RIFF"));
      assertThat(wire.status()).isEqualTo(403);
    }
  }
}
