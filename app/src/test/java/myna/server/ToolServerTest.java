package myna.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import myna.audio.AudioFiles;
import myna.audio.Seal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assistants are answered line by line, and write into one folder alone. */
class ToolServerTest {
  @TempDir private Path home;
  private final PipedOutputStream asked = new PipedOutputStream();
  private final PipedInputStream told = new PipedInputStream(1 << 16);
  private BufferedReader answers;
  private Path folder;
  private ToolServer server;

  @BeforeEach
  void start() throws Exception {
    folder = Files.createDirectory(home.resolve("out"));
    GatedPack pack = new GatedPack();
    pack.gate.release(100);
    SpeechTools tools =
        new SpeechTools(
            Servers.speakers(pack, Servers.library(home)),
            folder,
            () -> "book.myna: 3 of 7",
            Seal.NONE);
    PipedInputStream in = new PipedInputStream(asked, 1 << 16);
    server = ToolServer.start(tools, in, new PipedOutputStream(told));
    answers = new BufferedReader(new InputStreamReader(told, StandardCharsets.UTF_8));
    ask(
        1,
        "initialize",
        "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},"
            + "\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}");
    say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
  }

  @AfterEach
  void stop() throws Exception {
    asked.close();
    server.join();
    server.close();
  }

  private void say(String line) throws IOException {
    asked.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    asked.flush();
  }

  private JsonNode ask(int id, String method, String params) throws IOException {
    say(
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(id, method, params));
    JsonNode answer = JsonMapper.shared().readTree(answers.readLine());
    assertThat(answer.get("id").intValue()).isEqualTo(id);
    return answer.get("result");
  }

  private JsonNode call(int id, String tool, String arguments) throws IOException {
    return ask(id, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
  }

  private static String text(JsonNode result) {
    return result.get("content").get(0).get("text").stringValue();
  }

  @Test
  void listsItsTools() throws Exception {
    assertThat(ask(2, "tools/list", "{}").get("tools").values())
        .extracting(tool -> tool.get("name").stringValue())
        .containsExactlyInAnyOrder("speak", "list_voices", "narrate_status");
  }

  @Test
  void speaksIntoTheFolder() throws Exception {
    JsonNode result = call(2, "speak", "{\"text\":\"Hello. Again.\",\"file\":\"hello.wav\"}");
    double seconds = AudioFiles.read(folder.resolve("hello.wav")).seconds();
    assertThat(text(result))
        .isEqualTo("hello.wav: %.1f seconds of synthetic speech".formatted(seconds));
    assertThat(text(call(3, "list_voices", "{}"))).isEqualTo("Deep\nLinda");
    assertThat(text(call(4, "narrate_status", "{}"))).isEqualTo("book.myna: 3 of 7");
    JsonNode again = call(5, "speak", "{\"text\":\"Hello.\",\"file\":\"hello.wav\"}");
    assertThat(again.get("isError").booleanValue()).isTrue();
  }

  @Test
  void writesNowhereElse() throws Exception {
    int id = 2;
    for (String file :
        List.of(
            "../up.wav",
            "/tmp/x.wav",
            "a/b.wav",
            ".hidden.wav",
            "x.txt",
            "",
            "con.wav",
            "a\\\\b.wav")) {
      JsonNode result = call(id++, "speak", "{\"text\":\"Hello.\",\"file\":\"" + file + "\"}");
      assertThat(result.get("isError").booleanValue()).as(file).isTrue();
      assertThat(text(result)).doesNotContain(home.toString());
    }
    assertThat(folder).isEmptyDirectory();
    assertThat(
            text(call(id, "speak", "{\"text\":\"Hi.\",\"file\":\"x.wav\",\"voice\":\"Nobody\"}")))
        .contains("there are Deep, Linda");
  }
}
