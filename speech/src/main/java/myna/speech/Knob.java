package myna.speech;

import java.util.Arrays;
import java.util.Optional;
import myna.resgen.SamplingSettings;
import myna.resgen.SamplingSettings.Draw;
import myna.resgen.SamplingSettings.Guide;
import myna.resgen.SamplingSettings.Unmasking;
import myna.resgen.Schedule;

/** What may be chosen about how something is spoken, in the order in which it takes effect. */
public enum Knob {
  /** Another seed, another reading: a whole number. */
  SEED("seed"),
  /** How many steps and takes in words, see {@link Quality}. */
  QUALITY("quality"),
  /** Sampling steps: a whole number. */
  STEPS("steps"),
  /** Masking schedule: cosine, or power with an exponent. */
  SCHEDULE("schedule"),
  /** How closely to keep to text and voice. */
  GUIDANCE("guidance"),
  /** Share of the steps that are guided. */
  GUIDED("guided"),
  /** How much chance there is in the sound. */
  TEMPERATURE("temperature"),
  /** Share of the likeliest components. */
  TOP_P("topP"),
  /** Chance in the order of unmasking. */
  GUMBEL("gumbel"),
  /** Unevenness of unmasking. */
  SPREAD("spread"),
  /** How many of the codec's depths to generate. */
  DEPTHS("depths"),
  /** Speaking rate relative to what the model finds natural in this voice. */
  SPEED("speed"),
  /** Of how many takes of everything the best is kept: a whole number. */
  BEST("best"),
  /** Whether to listen to every sentence, and take garbled ones again. */
  VERIFY("verify");

  private final String key;

  Knob(String key) {
    this.key = key;
  }

  /** Its name where choices are kept. */
  public String key() {
    return key;
  }

  static Optional<Knob> of(String key) {
    return Arrays.stream(values()).filter(knob -> knob.key.equals(key)).findFirst();
  }

  /**
   * The settings with a value of this.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  SpeechSettings turn(SpeechSettings settings, String value) {
    return switch (this) {
      case QUALITY -> turn(settings, Quality.of(value));
      case SEED -> settings.withSeed(Long.parseLong(value));
      case SPEED -> settings.withSpeed(Double.parseDouble(value));
      case BEST -> settings.withCheck(settings.check().comparing(Integer.parseInt(value)));
      case VERIFY -> settings.withCheck(settings.check().verifying(Boolean.parseBoolean(value)));
      default -> settings.withSampling(turn(settings.sampling(), value));
    };
  }

  private static SpeechSettings turn(SpeechSettings settings, Quality quality) {
    SamplingSettings before = settings.sampling();
    return settings
        .withSampling(before.withSteps(quality.steps(before.steps())))
        .withCheck(settings.check().comparing(quality.takes()));
  }

  private SamplingSettings turn(SamplingSettings before, String value) {
    Guide guide = before.guide();
    Draw draw = before.draw();
    Unmasking unmasking = before.unmasking();
    return switch (this) {
      case STEPS -> before.withSteps(Integer.parseInt(value));
      case SCHEDULE -> before.withSchedule(Schedule.parse(value));
      case GUIDANCE -> before.withGuide(new Guide(number(value), guide.share()));
      case GUIDED -> before.withGuide(new Guide(guide.weight(), number(value)));
      case TEMPERATURE -> before.withDraw(new Draw(draw.topP(), number(value)));
      case TOP_P -> before.withDraw(new Draw(number(value), draw.temperature()));
      case GUMBEL ->
          before.withUnmasking(
              new Unmasking(number(value), unmasking.spread(), unmasking.depths()));
      case SPREAD ->
          before.withUnmasking(
              new Unmasking(unmasking.gumbel(), number(value), unmasking.depths()));
      case DEPTHS ->
          before.withUnmasking(
              new Unmasking(unmasking.gumbel(), unmasking.spread(), Integer.parseInt(value)));
      case SEED, QUALITY, SPEED, BEST, VERIFY -> before;
    };
  }

  private static double number(String value) {
    return Double.parseDouble(value);
  }
}
