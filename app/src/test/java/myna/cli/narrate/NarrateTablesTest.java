package myna.cli.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import myna.delivery.LoudnessReading;
import myna.narration.export.ExportReport;
import org.junit.jupiter.api.Test;

class NarrateTablesTest {
  private static final String SENTENCE = "One two three four five six.";

  @Test
  void aSentenceIsOneLineHoweverMuchOfItIsDoubtful() {
    List<ExportReport.DoubtfulWord> doubtful = new ArrayList<>();
    doubtful.add(new ExportReport.DoubtfulWord("odd", "An odd and an even one.", "First", 2));
    doubtful.add(new ExportReport.DoubtfulWord("even", "An odd and an even one.", "First", 3));
    for (String word : List.of("one", "two", "three", "four", "five", "six")) {
      doubtful.add(new ExportReport.DoubtfulWord(word, SENTENCE, "Second", 65));
    }
    assertThat(NarrateTables.summary(report(doubtful)).lines().skip(1))
        .containsExactly(
            "20 words, 8 of them doubtful",
            "doubtful: 'odd', 'even' at 0:02 (First): An odd and an even one.",
            "not understood at 1:05 (Second): " + SENTENCE);
    assertThat(NarrateTables.summary(report(List.of())).lines()).hasSize(2);
  }

  private static ExportReport report(List<ExportReport.DoubtfulWord> doubtful) {
    return new ExportReport(
        List.of(),
        List.of(),
        90,
        new LoudnessReading(-20, -22, -3, -60),
        new ExportReport.Words(20, doubtful));
  }
}
