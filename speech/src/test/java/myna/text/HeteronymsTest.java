package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;

/** Sentences in which a word could be said in two ways: sentence|word|phonemes. */
class HeteronymsTest {
  private static final Path FILE = Path.of("speech/src/test/resources/myna/text/heteronyms.txt");
  private static final double LEAST = 0.97;

  private final TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);

  @Test
  void tellsThemApart() throws IOException {
    List<String> lines =
        Files.readAllLines(FILE).stream().filter(line -> !line.startsWith("#")).toList();
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\\|", -1);
      if (!said(parts[0], parts[1]).contains(parts[2])) {
        wrong.add(line);
      }
    }
    assertThat(lines).hasSizeGreaterThanOrEqualTo(700);
    assertThat(lines.stream().map(line -> line.split("\\|", -1)[1]).distinct())
        .hasSizeGreaterThanOrEqualTo(150);
    assertThat(1 - (double) wrong.size() / lines.size())
        .as("wrong: " + wrong)
        .isGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void theArticlesDependOnWhatFollows() {
    assertThat(said("the apple", "the")).containsExactly("DH IY0");
    assertThat(said("the pear", "the")).containsExactly("DH AH0");
    assertThat(said("Vitamin A is good.", "a")).containsExactly("EY1");
    assertThat(said("It is a day.", "a")).containsExactly("AH0");
  }

  @Test
  void acronymsAreToldFromWords() {
    assertThat(said("The US economy", "us")).containsExactly("Y UW2 EH1 S");
    assertThat(said("TELL US NOW", "us")).containsExactly("AH1 S");
    assertThat(said("The UK left.", "uk")).containsExactly("Y UW1 K EY1");
    assertThat(said("NASA flew.", "nasa")).containsExactly("N AE1 S AH0");
    assertThat(said("Two CDs.", "cds")).containsExactly("S IY1 D IY1 Z");
  }

  private List<String> said(String sentence, String word) {
    return frontEnd.analyze(sentence).sentences().stream()
        .flatMap(one -> one.words().stream())
        .filter(one -> one.spoken().equalsIgnoreCase(word))
        .map(one -> String.join(" ", one.phonemes()))
        .toList();
  }
}
