package myna.ui.speak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.speech.Knob;
import myna.speech.ModelFormat;
import myna.speech.Redo;
import myna.speech.SpeechOptions;
import myna.speech.SpeechSettings;

/**
 * Everything that a take depends on besides its words: the same recipe gives the same samples.
 *
 * @param voice identifier of the voice
 * @param options how it is spoken, without the seed
 * @param seed of the take
 * @param redos words that were said again, one after the other
 */
public record Recipe(String voice, SpeechOptions options, long seed, List<Redo> redos) {
  /** Copies the list. */
  public Recipe {
    redos = List.copyOf(redos);
  }

  /** Whether only the seeds, and what was said again, differ. */
  boolean isLike(Recipe other) {
    return voice.equals(other.voice) && options.equals(other.options);
  }

  /** A whole take of another seed. */
  Recipe withSeed(long other) {
    return new Recipe(voice, options, other, List.of());
  }

  /** The same with a word said again. */
  Recipe with(Redo redo) {
    List<Redo> all = new ArrayList<>(redos);
    all.add(redo);
    return new Recipe(voice, options, seed, all);
  }

  /** The take that the last word was said again in; empty for a whole take. */
  Optional<Recipe> base() {
    return redos.isEmpty()
        ? Optional.empty()
        : Optional.of(new Recipe(voice, options, seed, redos.subList(0, redos.size() - 1)));
  }

  /** The settings for a model. */
  SpeechSettings settings(ModelFormat format) {
    return options.with(Knob.SEED, seed).settings(format.defaults());
  }
}
