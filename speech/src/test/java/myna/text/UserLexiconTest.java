package myna.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserLexiconTest {
  @Test
  void saysWordsAsTheUserWants() throws TextException {
    UserLexicon lexicon =
        UserLexicon.parse(
            "mine.tsv",
            List.of(
                "# names",
                "Nguyen\tW IH1 N",
                "SQL\t=sequel",
                "New York\t=Gotham",
                "C++\t=see plus plus",
                "Dr.\t=Doc"));
    TextFrontEnd frontEnd =
        new EnglishFrontEnd(TextSettings.DEFAULT.withLexicons(List.of(lexicon)));
    assertThat(frontEnd.normalize("nguyen's SQL in New York is C++, Dr. Who. SQLite"))
        .isEqualTo("nguyen's sequel in Gotham is see plus plus, Doc Who. SQLite");
    Word word = frontEnd.analyze("Nguyen's").sentences().getFirst().words().getFirst();
    assertThat(word.phonemes()).containsExactly("W", "IH1", "N", "Z");
  }

  @Test
  void theEarlierLexiconCounts() throws TextException {
    UserLexicon project = UserLexicon.parse("project", List.of("gif\tJH IH1 F"));
    UserLexicon user = UserLexicon.parse("user", List.of("gif\tG IH1 F", "meme\tM IY1 M"));
    TextFrontEnd frontEnd =
        new EnglishFrontEnd(TextSettings.DEFAULT.withLexicons(List.of(project, user)));
    assertThat(frontEnd.analyze("gif").sentences().getFirst().words().getFirst().phonemes())
        .startsWith("JH");
  }

  @Test
  void tellsFileAndLineOfWhatIsWrong() {
    assertBad(List.of("ok\tOW1 K EY1", "word without tab"), "mine.tsv:2: ");
    assertBad(List.of("word\tW ER D"), "mine.tsv:1: the vowel ER lacks its stress");
    assertBad(List.of("", "word\tW XX1 D"), "mine.tsv:2: \"XX1\"");
    assertBad(List.of("word\t"), "mine.tsv:1: ");
    assertBad(List.of("word\t="), "mine.tsv:1: ");
    assertBad(List.of("a\tEY1", "A\tAH0"), "mine.tsv:2: \"A\" stands here twice");
  }

  @Test
  void readsFiles(@TempDir Path folder) throws IOException, TextException {
    Path file = folder.resolve("lexicon.tsv");
    Files.writeString(file, "\uFEFFmyna\tM AY1 N AH0\n");
    assertThat(UserLexicon.read(file).entries()).hasSize(1);
    Files.write(file, "caf\u00e9\tK AH0".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> UserLexicon.read(file))
        .isInstanceOf(TextException.class)
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> UserLexicon.read(folder.resolve("none.tsv")))
        .isInstanceOf(TextException.class);
  }

  private static void assertBad(List<String> lines, String start) {
    assertThatThrownBy(() -> UserLexicon.parse("mine.tsv", lines))
        .isInstanceOf(TextException.class)
        .hasMessageStartingWith(start);
  }
}
