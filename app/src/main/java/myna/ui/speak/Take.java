package myna.ui.speak;

import java.util.List;
import java.util.Optional;
import myna.audio.Waveform;
import myna.speech.CheckSettings;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;

/**
 * One way a line was spoken.
 *
 * @param number counted from 1 within its line
 * @param recipe what it was made by
 * @param spoken the sentence, or empty where its samples were dropped to save memory
 * @param seconds its length without the pause that follows
 * @param outline {@link #COLUMNS_PER_SECOND} columns a second
 */
record Take(
    int number, Recipe recipe, Optional<SpokenSentence> spoken, double seconds, Waveform outline) {
  static final double COLUMNS_PER_SECOND = 40;

  /** A take of a sentence just spoken. */
  static Take of(int number, Recipe recipe, SpokenSentence spoken) {
    double seconds = spoken.audio().seconds();
    int columns = Math.max(1, (int) Math.ceil(seconds * COLUMNS_PER_SECOND));
    return new Take(
        number, recipe, Optional.of(spoken), seconds, Waveform.of(spoken.audio(), columns));
  }

  /** A take that is yet to be made, and has no length. */
  static Take promised(int number, Recipe recipe) {
    return new Take(number, recipe, Optional.empty(), 0, new Waveform(new float[1], new float[1]));
  }

  /** The take without its samples. */
  Take withoutSamples() {
    return new Take(number, recipe, Optional.empty(), seconds, outline);
  }

  /** The words that the model did not hear well in what it said. */
  List<SpokenWord> doubtful() {
    return words().stream().filter(word -> word.score() < CheckSettings.ON.doubtful()).toList();
  }

  /** Whether the model listened to it. */
  boolean isChecked() {
    return words().stream().anyMatch(word -> !Double.isNaN(word.score()));
  }

  /** The words with their times; none where the samples were dropped. */
  List<SpokenWord> words() {
    return spoken.map(SpokenSentence::words).orElse(List.of());
  }
}
