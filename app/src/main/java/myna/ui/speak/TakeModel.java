package myna.ui.speak;

import java.util.Optional;
import myna.audio.Waveform;
import myna.script.Take;
import myna.speech.SpokenSentence;
import myna.text.Sentence;

/**
 * A take of a line among others, with what can be heard and seen of it.
 *
 * @param number counted from 1 within its line
 * @param recipe what it was made by
 * @param take what is known of it; empty where it was not made yet
 * @param spoken the sentence, where it stood when it was spoken; empty where its samples were
 *     dropped to save memory
 * @param outline {@link #COLUMNS_PER_SECOND} columns a second
 */
record TakeModel(
    int number,
    Recipe recipe,
    Optional<Take> take,
    Optional<SpokenSentence> spoken,
    Waveform outline) {
  static final double COLUMNS_PER_SECOND = 40;

  /** A take of a sentence just spoken. */
  static TakeModel of(int number, Recipe recipe, SpokenSentence spoken) {
    double seconds = spoken.audio().seconds();
    int columns = Math.max(1, (int) Math.ceil(seconds * COLUMNS_PER_SECOND));
    Waveform outline = Waveform.of(spoken.audio(), columns);
    return new TakeModel(
        number, recipe, Optional.of(Take.of(spoken)), Optional.of(spoken), outline);
  }

  /** A take that is yet to be made, and has no length. */
  static TakeModel promised(int number, Recipe recipe) {
    Waveform flat = new Waveform(new float[1], new float[1]);
    return new TakeModel(number, recipe, Optional.empty(), Optional.empty(), flat);
  }

  /**
   * The sentence as it was spoken, at another place in the text.
   *
   * @param place of the same words
   */
  Optional<SpokenSentence> spokenAt(Sentence place) {
    return spoken.map(
        there ->
            new SpokenSentence(
                place,
                there.audio(),
                take.orElseThrow().words(place),
                there.spacing(),
                there.tokens(),
                there.cost()));
  }

  /** The take without its samples. */
  TakeModel withoutSamples() {
    return new TakeModel(number, recipe, take, Optional.empty(), outline);
  }
}
