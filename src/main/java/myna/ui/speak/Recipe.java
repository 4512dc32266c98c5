package myna.ui.speak;

import myna.resgen.SamplingSettings;
import myna.speech.CheckSettings;
import myna.speech.ModelFormat;
import myna.speech.SpeechSettings;
import myna.ui.settings.Settings.Quality;

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
    SamplingSettings defaults = format.defaults();
    return new SpeechSettings(
        defaults.withSteps(steps(quality, defaults.steps())),
        speed,
        seed,
        verify ? CheckSettings.ON : CheckSettings.OFF);
  }

  /**
   * The number of steps of a quality.
   *
   * @param usual number of the model
   */
  public static int steps(Quality quality, int usual) {
    return switch (quality) {
      case DRAFT -> Math.max(1, usual / 2);
      case GOOD -> usual;
      case BEST -> 2 * usual;
    };
  }
}
