package myna.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real sound on devices that are none: PulseAudio with null sinks, where it is installed. What is
 * played on the one is heard on the other.
 */
class VirtualDevicesTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final List<String> NEEDED =
      List.of(
          "/usr/bin/pulseaudio",
          "/usr/bin/pactl",
          "/usr/lib/x86_64-linux-gnu/alsa-lib/libasound_module_pcm_pulse.so");

  @TempDir Path home;
  private Process server;

  @BeforeEach
  void prepare() throws IOException {
    assumeTrue(NEEDED.stream().map(Path::of).allMatch(Files::exists), "PulseAudio");
    Files.writeString(
        home.resolve(".asoundrc"), "pcm.!default { type pulse }\nctl.!default { type pulse }\n");
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (server != null) {
      server.destroyForcibly();
      server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void whatIsPlayedIsHeard() throws IOException, InterruptedException {
    startServer();
    List<String> told = finish(probe("loop"));
    assertThat(told).contains("loudspeaker 3.0");
    String share = told.stream().filter(line -> line.startsWith("microphone")).findFirst().get();
    assertThat(Double.parseDouble(share.substring("microphone ".length()))).isGreaterThan(0.9);
  }

  @Test
  void devicesThatGoAwayAreTold() throws IOException, InterruptedException {
    startServer();
    Process probe = probe("hold");
    BufferedReader lines = reader(probe);
    for (String line = lines.readLine(); !"recording".equals(line); line = lines.readLine()) {
      assertThat(line).as("before it records").isNotNull();
    }
    assertThat(start("pactl", "unload-module", "module-null-sink").waitFor()).isZero();
    List<String> told = lines.lines().toList();
    assertThat(told).contains("microphone DEVICE_LOST", "loudspeaker DEVICE_LOST");
  }

  @Test
  void devicesThatAreNotThereAreTold() throws IOException, InterruptedException {
    assertThat(finish(probe("loop")))
        .containsExactly("microphone NO_DEVICE", "loudspeaker NO_DEVICE");
  }

  private void startServer() throws IOException, InterruptedException {
    Path script =
        Files.writeString(
            home.resolve("pulse.pa"),
            """
            load-module module-null-sink sink_name=virtual
            load-module module-native-protocol-unix
            set-default-sink virtual
            set-default-source virtual.monitor
            """);
    server =
        start(
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--use-pid-file=no",
            "--exit-idle-time=-1",
            "-F",
            script.toString());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (start("pactl", "info").waitFor() != 0) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private Process probe(String what) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return start(
        java, "-cp", System.getProperty("java.class.path"), SoundProbe.class.getName(), what);
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", home.toString(),
                "XDG_RUNTIME_DIR", home.toString(),
                "PULSE_RUNTIME_PATH", home.toString()));
    builder.environment().remove("PULSE_SERVER");
    builder.redirectError(new File("/dev/null"));
    if (!command[0].endsWith("java")) {
      builder.redirectOutput(new File("/dev/null"));
    }
    return builder.start();
  }

  private static List<String> finish(Process process) throws InterruptedException {
    List<String> lines = reader(process).lines().filter(line -> !line.equals("recording")).toList();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return lines;
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
