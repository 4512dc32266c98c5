package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What depends on the variety of English that was asked for, and what must not depend on the
 * machine's own locale.
 */
class VarietyTest {
  private static final String TEXT =
      "I IRIS: TITLE 5%, 12 KG, CHAPTER IV, Jan. 5, 2021 at 3:30 PM; $1,234.50, www.INFO.com, Dr."
          + " I. İıŞ, IBM's 2nd ID.";

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5/6/2024|May sixth twenty twenty four|the fifth of June twenty twenty four",
        "25/12/2024|the twenty fifth of December twenty twenty four|the twenty fifth of December"
            + " twenty twenty four",
        "July 4, 1999|July fourth, nineteen ninety nine|July the fourth, nineteen ninety nine",
        "5 km|five kilometers|five kilometres",
        "on 3/4|on March fourth|on the third of April",
        "2 litres|two litres|two litres",
        "3 l|three liters|three litres",
        "a 50p coin|a fifty p coin|a fifty pence coin"
      })
  void datesAndUnitsFollowTheVariety(String written, String american, String british) {
    assertThat(new EnglishFrontEnd(TextSettings.DEFAULT).normalize(written)).isEqualTo(american);
    assertThat(new EnglishFrontEnd(TextSettings.DEFAULT.withLocale(Locale.UK)).normalize(written))
        .isEqualTo(british);
  }

  @Test
  void theLetterZAndSomeWordsAreBritish() {
    TextFrontEnd british = new EnglishFrontEnd(TextSettings.DEFAULT.withLocale(Locale.UK));
    List<Word> words = british.analyze("My schedule: ABZ").sentences().getFirst().words();
    assertThat(words.get(1).phonemes()).startsWith("SH");
    assertThat(words.get(2).phonemes()).endsWith("Z", "EH1", "D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG", "az-AZ", "th-TH-u-nu-thai", "de-DE"})
  void theDefaultLocaleIsNeverAsked(String tag) {
    Locale.setDefault(Locale.US);
    TextFrontEnd american = new EnglishFrontEnd(TextSettings.DEFAULT);
    Analysis expected = american.analyze(TEXT);
    String written = american.normalize(TEXT);
    Locale.setDefault(Locale.forLanguageTag(tag));
    TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);
    assertThat(frontEnd.normalize(TEXT)).isEqualTo(written);
    assertThat(frontEnd.analyze(TEXT)).isEqualTo(expected);
  }
}
