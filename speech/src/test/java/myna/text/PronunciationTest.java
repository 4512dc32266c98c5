package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import myna.text.en.EnglishFrontEnd;
import myna.text.en.normal.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How words are said that are no plain English: phrases of other languages, names, acronyms,
 * sounds.
 */
class PronunciationTest {
  private static final int PHRASES = 500;

  private final TextFrontEnd american = new EnglishFrontEnd(TextSettings.DEFAULT);
  private final TextFrontEnd british =
      new EnglishFrontEnd(TextSettings.DEFAULT.withLocale(Locale.UK));

  private static String said(TextFrontEnd frontEnd, String text) {
    return frontEnd.analyze(text).sentences().stream()
        .flatMap(sentence -> sentence.words().stream())
        .map(word -> String.join(" ", word.phonemes()))
        .collect(Collectors.joining(" | "));
  }

  @Test
  void thereAreEnoughPhrasesAndEachWordHasItsSounds() {
    List<String[]> rows = Facts.table("foreign.tsv", 2);
    assertThat(rows).hasSizeGreaterThanOrEqualTo(PHRASES);
    for (String[] row : rows) {
      assertThat(row[1].split(" \\| ", -1)).as(row[0]).hasSameSizeAs(row[0].split(" ", -1));
      assertThat(said(american, row[0])).as(row[0]).isEqualTo(row[1]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "deja vu; D EY2 ZH AA0 | V UW1",
        "DÉJÀ VU; D EY2 ZH AA0 | V UW1",
        "his résumé; HH IH1 Z | R EH1 Z AH0 M EY2",
        "to resume; T UW1 | R IH0 Z UW1 M",
        "Saoirse's; S ER1 SH AH0 Z",
        "Her naïveté; HH ER1 | N AA2 IY0 V T EY1",
        "UCLA; Y UW1 S IY1 EH1 L EY1",
        "The DEA; DH AH0 | D IY1 IY1 EY1",
        "NASA's; N AE1 S AH0 Z",
        "two PhD's; T UW1 | P IY1 EY1 CH D IY1 Z",
        "MP3s; EH1 M P IY1 | TH R IY1 Z",
        "He did NOT; HH IY1 | D IH1 D | N AA1 T",
        "Hmph; HH AH1 M F",
        "Pffffft; P F T",
        "Mmmm-hmmm; AH0 M HH AH1 M"
      })
  void words(String written, String sounds) {
    assertThat(said(american, written)).isEqualTo(sounds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shhhh", "Pssst", "Grrr", "Brrrr", "Tsk", "Zzzz", "Ngh", "Sssss", "Hmm"})
  void soundsAreNotSpelled(String sound) {
    assertThat(said(american, sound)).doesNotContain("EY1 CH", "EH1 S", "AA1 R", "IY1", "EH1 M");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "car; K AA1",
        "far away; F AA1 R | AH0 W EY1",
        "far, away; F AA1 | AH0 W EY1",
        "better brother; B EH1 T AH0 | B R AH1 DH AH0",
        "fierce; F IH1 AH0 S",
        "very; V EH1 R IY0",
        "dance class; D AA1 N S | K L AA1 S",
        "classic gas; K L AE1 S IH0 K | G AE1 S",
        "can't; K AA1 N T",
        "hot watch; HH AO1 T | W AO1 CH",
        "father; F AA1 DH AH0",
        "new student; N Y UW1 | S T Y UW1 D AH0 N T",
        "noon; N UW1 N",
        "hurry; HH AH1 R IY0",
        "bird; B ER1 D",
        "sorry; S AO1 R IY0"
      })
  void britishEnglishByRule(String written, String sounds) {
    assertThat(said(british, written)).isEqualTo(sounds);
  }

  @Test
  void whatAUserSaysIsLeftAsItIs() {
    assertThat(said(british, "[say car|K AA1 R]")).isEqualTo("K AA1");
    assertThat(said(british, "[say dance|D AE1 N S]")).isEqualTo("D AE1 N S");
  }
}
