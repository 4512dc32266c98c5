package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader of a text is told of it. */
class NoticesTest {
  private static final String ENGLISH =
      "He went out of the house and saw that she was not there. It was late, and all the others had"
          + " gone home. ";

  private final TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);

  private List<Notice.Kind> kinds(String text) {
    return frontEnd.notices(text).stream().map(Notice::kind).toList();
  }

  @Test
  void nothingIsToldOfAPlainText() {
    assertThat(frontEnd.notices(ENGLISH)).isEmpty();
    assertThat(frontEnd.notices("")).isEmpty();
    assertThat(frontEnd.notices("Zorp.")).isEmpty();
    assertThat(frontEnd.notices(ENGLISH.repeat(5) + "Voilà, a déjà vu; café, naïve, Siobhán."))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "German|Der Mann ging aus dem Haus und sah, dass die Frau nicht da war. Es war spät, und er"
            + " wollte auch nach Hause gehen.",
        "French|Il est sorti de la maison et il a vu que la femme ne était pas là. Il était tard,"
            + " et les autres sont tous rentrés.",
        "Spanish|El hombre salió de la casa y vio que la mujer no estaba. Era muy tarde y todos los"
            + " demás se fueron a su casa.",
        "a script other than Latin|彼は家を出て、彼女がそこにいないことに気づいた。もう遅かったので、他の人はみんな帰っていた。"
      })
  void anotherLanguageIsTold(String language, String text) {
    List<Notice> notices = frontEnd.notices(text);
    assertThat(notices).hasSize(1);
    assertThat(notices.getFirst().kind()).isEqualTo(Notice.Kind.OTHER_LANGUAGE);
    assertThat(notices.getFirst().message())
        .isEqualTo("the text seems to be in " + language + "; it is read as English");
  }

  @Test
  void aForeignSentenceInAnEnglishBookIsNone() {
    assertThat(
            kinds(ENGLISH.repeat(9) + "\"Der Mann ist nicht zu Hause und das ist auch gut so.\""))
        .isEmpty();
  }

  @Test
  void brokenEncodingIsToldOnce() {
    List<Notice> notices = frontEnd.notices("Itâ€™s the cafÃ©. " + ENGLISH);
    assertThat(notices)
        .containsExactly(
            new Notice(
                Notice.Kind.BROKEN_ENCODING,
                "a wrong encoding has broken the text in 2 places; that is mended"));
  }

  @Test
  void manyUnknownWordsAreTold() {
    List<Notice> notices =
        frontEnd.notices(
            ENGLISH + "Frobnak met Glibzorf's friend. Frobnak saw Quuxvar and Zblerp.");
    assertThat(notices).hasSize(1);
    assertThat(notices.getFirst().kind()).isEqualTo(Notice.Kind.UNKNOWN_WORDS);
    assertThat(notices.getFirst().message())
        .endsWith(
            " % of the words are in no lexicon; most often: Frobnak, Glibzorf, Quuxvar, Zblerp");
    assertThat(kinds(ENGLISH.repeat(20) + "Frobnak met Glibzorf. Quuxvar saw Zblerp."))
        .as("fewer than 2 %")
        .isEmpty();
  }

  @Test
  void whatTheTextSaysOfItselfIsCompared() {
    assertThat(Notice.ofLanguage("en-GB", List.of("en"))).isEmpty();
    assertThat(Notice.ofLanguage("", List.of("en"))).isEmpty();
    assertThat(Notice.ofLanguage("de", List.of("en-US")).orElseThrow().message())
        .isEqualTo("the text is marked as German; it is read as English");
  }
}
