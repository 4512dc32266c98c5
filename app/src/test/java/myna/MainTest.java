package myna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tellsItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("myna \\d+\\.\\d+\\.\\d+\\R");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void tellsHowItIsUsed() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: myna").contains("--version");
  }

  @Test
  void answersBadUseInOneLine() {
    assertThat(run("sing")).isEqualTo(2);
    assertThat(err.toString()).startsWith("myna: ").contains("sing").hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
