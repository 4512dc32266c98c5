package myna.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import myna.ui.common.FileChoosers.Sort;
import org.junit.jupiter.api.Test;

class FileChoosersTest {
  @Test
  void aNameWithADotInItStillGetsItsEnding() {
    assertThat(Sort.OUTPUT.named(Path.of("a", "Mr. Fox"), "*.wav"))
        .isEqualTo(Path.of("a", "Mr. Fox.wav"));
  }

  @Test
  void anEndingOfTheSortIsKept() {
    Path given = Path.of("Mr. Fox.FLAC");
    assertThat(Sort.OUTPUT.named(given, "*.wav")).isEqualTo(given);
  }
}
