package myna.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Speaks where there is no network interface that is up, not even the loopback. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are Linux's")
class OfflineTest {
  @TempDir private Path folder;

  @Test
  void speaksWithoutAnyNetwork() throws IOException, InterruptedException {
    List<String> isolation =
        Commands.works("unshare", "-rn", "true")
            ? List.of("unshare", "-rn")
            : List.of("unshare", "-n");
    assumeTrue(
        Commands.works(isolation.get(0), isolation.get(1), "true"),
        "this system does not permit network namespaces");
    Commands.Ended routes =
        Commands.run(Map.of(), with(isolation, "cat", "/proc/net/route", "/proc/net/ipv6_route"));
    assertThat(routes.output().lines().skip(1).filter(line -> !line.endsWith("lo"))).isEmpty();

    Path output = folder.resolve("offline.wav");
    Path user = Files.createDirectory(folder.resolve("user"));
    Commands.Ended spoken =
        Commands.run(
            Map.of(
                "HOME",
                user.toString(),
                "CLASSPATH",
                System.getProperty("java.class.path"),
                "MYNA_HOME",
                folder.toString()),
            with(
                isolation,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "myna.Main",
                "speak",
                "--reference",
                "assets/reference/kathleen.wav",
                "--text",
                "Nobody is called.",
                "--steps",
                "2",
                "--output",
                output.toString()));
    assertThat(spoken.output()).isEmpty();
    assertThat(spoken.status()).isZero();
    assertThat(Files.size(output)).isGreaterThan(16000);
    try (Stream<Path> files = Files.walk(user)) {
      assertThat(files.filter(Files::isRegularFile)).as("reports that wait to be sent").isEmpty();
    }
  }

  private static List<String> with(List<String> isolation, String... command) {
    List<String> all = new ArrayList<>(isolation);
    all.addAll(List.of(command));
    return all;
  }
}
