package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextCommandTest {
  private final CommandLines commands = new CommandLines();
  private final InputStream before = System.in;

  @TempDir private Path folder;

  @AfterEach
  void restore() {
    System.setIn(before);
  }

  private int run(String input, Object... arguments) {
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    return commands.run(arguments);
  }

  @Test
  void normalizeGivesALineForEachLine() {
    assertThat(run("$5\n\nna\u00efve\n5/6/2024\n", "text", "normalize")).isZero();
    assertThat(commands.out().lines())
        .containsExactly("five dollars", "", "na\u00efve", "May sixth twenty twenty four");
  }

  @Test
  void marksThatAreWrongAreReportedWithTheirPlace() {
    assertThat(run("Well\nHe [slow]ran\n", "text", "normalize")).isZero();
    assertThat(commands.err()).startsWith("myna: line 2, 3-9: ").hasLineCount(1);
    assertThat(commands.out().lines()).hasSize(2);
  }

  @Test
  void whatTheWholeTextIsLikeIsToldOnce() {
    String line = "Itâ€™s late, and they are not at home.\n";
    assertThat(run(line + line, "text", "normalize")).isZero();
    assertThat(commands.err())
        .isEqualToNormalizingNewlines(
            "myna: a wrong encoding has broken the text in 2 places; that is mended\n");
    assertThat(commands.out().lines()).containsOnly("It's late, and they are not at home.");
  }

  @Test
  void theLocaleIsChosen() {
    assertThat(run("5/6/2024\n", "text", "normalize", "--locale", "en-GB")).isZero();
    assertThat(commands.out().strip()).isEqualTo("the fifth of June twenty twenty four");
    assertThat(run("", "text", "normalize", "--locale", "de-DE")).isEqualTo(2);
    assertThat(commands.err()).startsWith("myna: --locale").hasLineCount(1);
  }

  @Test
  void spansShowWhatWasExpanded() {
    assertThat(run("It costs $5.\n", "text", "normalize", "--spans")).isZero();
    assertThat(commands.out().strip()).isEqualTo("line 1, 9-11\t$5\tfive dollars");
  }

  @Test
  void phonemizePartsWordsAndSentences() {
    assertThat(run("Hello. It is 2.\n\n", "text", "phonemize")).isZero();
    assertThat(commands.out())
        .isEqualToNormalizingNewlines("HH AH0 L OW1 || IH1 T | IH1 Z | T UW1\n\n");
    assertThat(run("Hi 2\n", "text", "phonemize", "--spans")).isZero();
    assertThat(commands.out().lines())
        .containsExactly("line 1, 0-2\tHi\tHH AY1", "line 1, 3-4\ttwo\tT UW1");
  }

  @Test
  void segmentGivesALineForEachSentence() {
    assertThat(run("One\ntwo. Three!\n\nFour", "text", "segment")).isZero();
    assertThat(commands.out().lines()).containsExactly("One two.", "Three!", "Four");
    assertThat(run("One. Two.", "text", "segment", "--spans")).isZero();
    assertThat(commands.out().lines())
        .containsExactly("0-4\tsentence 0.55 s\tOne.", "5-9\tparagraph 0.90 s\tTwo.");
  }

  @Test
  void marksThatCannotBeObeyedAreReported() {
    assertThat(run("fine\na [slow] b\n", "text", "phonemize")).isZero();
    assertThat(commands.err().strip()).isEqualTo("myna: line 2, 2-8: [slow] is not closed.");
  }

  @Test
  void ownLexiconsAreUsedAndChecked() throws IOException {
    Path good = Files.writeString(folder.resolve("good.tsv"), "myna\tM AY1 N AH0\n");
    assertThat(run("Myna\n", "text", "phonemize", "--lexicon", good)).isZero();
    assertThat(commands.out().strip()).isEqualTo("M AY1 N AH0");
    Path bad = Files.writeString(folder.resolve("bad.tsv"), "myna\tM AI N\n");
    assertThat(run("Myna\n", "text", "phonemize", "--lexicon", bad)).isEqualTo(1);
    assertThat(commands.err()).startsWith("myna: ").contains("bad.tsv:1: ").hasLineCount(1);
  }

  @Test
  void needsToBeToldWhatToDo() {
    assertThat(run("", "text")).isEqualTo(2);
    assertThat(commands.err()).startsWith("myna: text needs").hasLineCount(1);
  }
}
