package myna.ui.speak;

import myna.speech.Knob;
import myna.speech.ModelFormat;
import myna.speech.Quality;
import myna.speech.SpeechOptions;
import myna.speech.SpeechSettings;

/**
 * Everything that a take depends on besides its words: the same recipe gives the same samples.
 *
 * @param voice identifier of the voice
 * @param quality how many steps are taken
 * @param speed relative to the speaker's own
 * @param verify whether the model listens to what it said, and says it again where it must
 * @param seed of the take
 */
public record Recipe(String voice, Quality quality, double speed, boolean verify, long seed) {
  /** Whether only the seeds differ. */
  boolean isLike(Recipe other) {
    return other.withSeed(seed).equals(this);
  }

  Recipe withSeed(long other) {
    return new Recipe(voice, quality, speed, verify, other);
  }

  /** The settings for a model. */
  SpeechSettings settings(ModelFormat format) {
    return SpeechOptions.NONE
        .with(Knob.QUALITY, quality.key())
        .with(Knob.SPEED, speed)
        .with(Knob.VERIFY, verify)
        .with(Knob.SEED, seed)
        .settings(format.defaults());
  }
}
