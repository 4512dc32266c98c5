package myna.text.en.pronounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import myna.text.Sentence;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.Word;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;

/** The most frequent words are said as the lexicon lists them, whatever a network would say. */
class FrequentWordsTest {
  private static final int WORDS = 10_000;

  private final Lexicon lexicon = Lexicon.english();

  @Test
  void areSaidAsListed() {
    TextFrontEnd frontEnd =
        new EnglishFrontEnd(TextSettings.DEFAULT.withLearned(word -> List.of("AA1")));
    List<String> otherwise = new ArrayList<>();
    for (String word : mostFrequent()) {
      List<String> listed = lexicon.lookup(word).primary();
      List<String> said = new ArrayList<>();
      for (Sentence sentence : frontEnd.analyze(word).sentences()) {
        sentence.words().stream().map(Word::phonemes).forEach(said::addAll);
      }
      if (!said.equals(listed)) {
        otherwise.add(word + ": " + said + " instead of " + listed);
      }
    }
    assertThat(otherwise).isEmpty();
  }

  private List<String> mostFrequent() {
    List<String> words = new ArrayList<>();
    lexicon.forEachWord(words::add);
    words.sort(Comparator.comparingInt(lexicon::frequencyClass).reversed());
    return words.subList(0, WORDS);
  }
}
