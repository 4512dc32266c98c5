package myna.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import myna.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code myna serve} as a process, asked as docs/server.md says. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the document's lines are a shell's")
class ServeTest {
  @TempDir private Path folder;

  @Test
  void theLinesOfTheDocumentWorkAndTheServerEndsWhenItIsTold() throws Exception {
    assumeTrue(Commands.works("curl", "--version"), "there is no curl");
    voice();
    Process process = start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      assertThat(line).matches("Myna speaks at http://127\\.0\\.0\\.1:[0-9]+");
      String address = line.substring(line.indexOf("http"));
      for (String request : requests()) {
        run(request.replace("http://127.0.0.1:8765", address));
      }
      assertThat(Files.size(folder.resolve("hello.mp3"))).isGreaterThan(1000);
      assertThat(folder.resolve("timed.json")).content().contains("\"words\":[{\"word\":\"Which\"");
      assertThat(folder.resolve("events.txt")).content().contains("speech.audio.done");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143); // ended by SIGTERM
  }

  private void voice() throws IOException, InterruptedException {
    run(java("voice", "add", "Linda", clip(), "--consent", "permission"));
  }

  private static String clip() {
    return Path.of("assets", "reference", "linda.wav").toAbsolutePath().toString();
  }

  private Process start() throws IOException {
    String pack =
        Path.of("speech", "src", "test", "resources", "tiny-pack").toAbsolutePath().toString();
    ProcessBuilder builder =
        new ProcessBuilder(java("serve", "--port", "0", "--voice", "Linda", "--pack", pack));
    builder.environment().putAll(variables());
    return builder.redirectError(folder.resolve("errors").toFile()).start();
  }

  private static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private Map<String, String> variables() {
    return Map.of(
        "CLASSPATH", System.getProperty("java.class.path"),
        "MYNA_HOME", folder.resolve("home").toString());
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Commands.Ended ended = Commands.run(variables(), command);
    assertThat(ended.status()).as(ended.output()).isZero();
  }

  private void run(String line) throws IOException, InterruptedException {
    run(List.of("sh", "-euc", "cd '" + folder + "'; " + line));
  }

  /** The lines of the block that says of itself that it runs. */
  private static List<String> requests() throws IOException {
    String text = Files.readString(Path.of("docs/server.md"));
    String block = text.split("These lines run as a test.\n\n```\n", 2)[1];
    List<String> lines = block.substring(0, block.indexOf("```")).lines().toList();
    assertThat(lines).hasSizeGreaterThan(4).allMatch(line -> line.startsWith("curl "));
    return lines;
  }
}
