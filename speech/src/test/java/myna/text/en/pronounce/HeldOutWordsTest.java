package myna.text.en.pronounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures how well words are said that neither the network has learned nor the lexicon, from which
 * they are taken out for this, lists: {@code mvn test -Dtest=HeldOutWordsTest
 * -Dmyna.text.heldout=FILE}.
 *
 * <p>The file is what {@code python3 -m myna_training.g2p evaluate --answers FILE} writes: the
 * word, the network's answer, and the listed pronunciations with bars between them.
 */
@EnabledIfSystemProperty(named = "myna.text.heldout", matches = ".+")
class HeldOutWordsTest {
  private static final double MOST_PHONEME_ERRORS = 0.08;
  private static final double MOST_WORD_ERRORS = 0.30;

  private record Case(String word, List<String> network, List<List<String>> listed) {}

  @Test
  void saysMostOfThemAsListed() throws IOException {
    Map<String, Case> cases = new HashMap<>();
    for (String line : Files.readAllLines(Path.of(System.getProperty("myna.text.heldout")))) {
      Case read = parse(line);
      cases.put(read.word, read);
    }
    Lexicon lexicon = Lexicon.english();
    WordList rest =
        new WordList() {
          @Override
          public Lexicon.Entry lookup(String word) {
            return cases.containsKey(word) ? null : lexicon.lookup(word);
          }

          @Override
          public int frequencyClass(String word) {
            return cases.containsKey(word) ? -1 : lexicon.frequencyClass(word);
          }
        };
    UnknownWords words =
        new UnknownWords(
            rest,
            new LetterNames(false),
            word -> cases.containsKey(word) ? cases.get(word).network : List.of());
    Rates network = new Rates();
    Rates frontEnd = new Rates();
    for (Case one : cases.values()) {
      network.add(one.network, one.listed);
      frontEnd.add(words.phonemes(one.word), one.listed);
    }
    System.out.println("network alone " + network + ", front end " + frontEnd);
    assertThat(frontEnd.phonemes()).isLessThanOrEqualTo(MOST_PHONEME_ERRORS);
    assertThat(frontEnd.words()).isLessThanOrEqualTo(MOST_WORD_ERRORS);
  }

  private static Case parse(String line) {
    String[] parts = line.split("\t", -1);
    List<List<String>> listed =
        Arrays.stream(parts[2].split("\\|", -1)).map(HeldOutWordsTest::phonemes).toList();
    return new Case(parts[0], phonemes(parts[1]), listed);
  }

  private static List<String> phonemes(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /** Errors against the nearest listed pronunciation, stress counted. */
  private static final class Rates {
    private int words;
    private int wrong;
    private int length;
    private int errors;

    void add(List<String> answer, List<List<String>> listed) {
      List<String> nearest = listed.getFirst();
      for (List<String> other : listed) {
        double share = (double) distance(answer, other) / other.size();
        nearest = share < (double) distance(answer, nearest) / nearest.size() ? other : nearest;
      }
      words++;
      wrong += listed.contains(answer) ? 0 : 1;
      length += nearest.size();
      errors += distance(answer, nearest);
    }

    double phonemes() {
      return (double) errors / length;
    }

    double words() {
      return (double) wrong / words;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "PER %.2f %%, WER %.2f %%", 100 * phonemes(), 100 * words());
    }
  }

  /** Levenshtein distance. */
  private static int distance(List<String> a, List<String> b) {
    int[] row = new int[b.size() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.size(); j++) {
        int kept = diagonal + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(kept, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.size()];
  }
}
