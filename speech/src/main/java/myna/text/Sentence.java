package myna.text;

import java.util.List;

/**
 * A sentence, heading or list item.
 *
 * @param source from its first to its last character that is no space
 * @param words in spoken order, at least one
 * @param pauseAfter silence that follows
 * @param heading whether it stands alone as a heading
 */
public record Sentence(Span source, List<Word> words, Pause pauseAfter, boolean heading) {
  public Sentence {
    words = List.copyOf(words);
  }

  /** Number of phonemes, the measure of how long it takes to say. */
  public int phonemeCount() {
    return words.stream().mapToInt(word -> word.phonemes().size()).sum();
  }
}
