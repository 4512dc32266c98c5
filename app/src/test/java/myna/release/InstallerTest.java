package myna.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The installer's scripts, as far as they go on any system. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there may be no bash")
class InstallerTest {
  @ParameterizedTest
  @CsvSource({
    "linux, cpu, dpkg-deb",
    "linux, cuda, myna-cuda_",
    "windows, cuda, --win-upgrade-uuid",
    "macos, cpu, --mac-package-identifier"
  })
  void checksWhatDoesNotNeedThatSystem(String platform, String flavour, String called)
      throws IOException, InterruptedException {
    Commands.Ended ended =
        build(List.of("--platform", platform, "--flavour", flavour, "--dry-run"));
    assertThat(ended.output())
        .contains(called, "--runtime-image", "--java-options -Dmyna.root=$APPDIR", "in order");
    assertThat(ended.status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "--platform, amiga, amiga",
    "--flavour, vanilla, vanilla",
    "--platform, macos --flavour cuda, no CUDA",
    "--wet-run, , --wet-run"
  })
  void answersBadUseInOneLine(String option, String value, String told)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(option));
    if (value != null) {
      arguments.addAll(List.of(value.split(" ", -1)));
    }
    Commands.Ended ended = build(arguments);
    assertThat(ended.output()).startsWith("installer/build: ").contains(told).hasLineCount(1);
    assertThat(ended.status()).isEqualTo(2);
  }

  private static Commands.Ended build(List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", "installer/build"));
    command.addAll(arguments);
    return Commands.run(Map.of("JAVA_HOME", System.getProperty("java.home")), command);
  }
}
