package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LicencesCommandTest {
  private final CommandLines commands = new CommandLines();

  @Test
  void namesWhatItIsMadeOf() {
    assertThat(commands.run("licences")).isZero();
    assertThat(commands.out()).contains("onnxruntime", "FFmpeg", "GPL").doesNotContain("====");
  }

  @Test
  void printsTheTexts() {
    assertThat(commands.run("licences", "--full")).isZero();
    assertThat(commands.out()).contains("==== LICENSE", "GNU GENERAL PUBLIC LICENSE");
  }
}
