package myna.cli;

import myna.resgen.SamplingSettings;
import myna.resgen.Schedule;
import myna.speech.CheckSettings;
import myna.speech.SpeechSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how a text is spoken; what is not given is the pack's default. */
final class SamplingOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "The same seed gives the same samples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Sampling steps: more take longer and sound better (default: the pack's).")
  private Integer steps;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description = "Masking schedule: cosine, or power with an exponent (default: the pack's).")
  private String schedule;

  @Option(
      names = "--guidance",
      paramLabel = "X",
      description = "How closely to keep to text and voice, from 0 (default: the pack's).")
  private Double guidance;

  @Option(
      names = "--guided",
      paramLabel = "X",
      description = "Share of the steps that are guided, the first ones, from 0 to 1 (default: 1).")
  private Double guided;

  @Option(
      names = "--temperature",
      paramLabel = "X",
      description = "How much chance there is in the sound, from 0 (default: the pack's).")
  private Double temperature;

  @Option(
      names = "--top-p",
      paramLabel = "X",
      description = "Share of the likeliest components, above 0 to 1 (default: the pack's).")
  private Double topP;

  @Option(
      names = "--gumbel",
      paramLabel = "X",
      description = "Chance in the order of unmasking, from 0 (default: the pack's).")
  private Double gumbel;

  @Option(
      names = "--spread",
      paramLabel = "X",
      description = "Unevenness of unmasking, 1 is that of training (default: the pack's).")
  private Double spread;

  @Option(
      names = "--depths",
      paramLabel = "N",
      description = "How many of the codec's depths to generate (default: all).")
  private Integer depths;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      description = "Speed, from 0.4 to 2.5 (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--verify",
      description = "Listens to what was spoken, and speaks again what is garbled.")
  private boolean verify;

  /** Checks the values before any model is loaded, which takes longer. */
  void check() {
    settings(
        new SamplingSettings(
            1,
            new Schedule.Cosine(),
            0,
            new SamplingSettings.Draw(1, 1),
            new SamplingSettings.Reveal(1, 1)));
  }

  /**
   * The settings.
   *
   * @param defaults of the pack
   * @throws ParameterException if a value is out of its range
   */
  SpeechSettings settings(SamplingSettings defaults) {
    try {
      CheckSettings check = verify ? CheckSettings.ON : CheckSettings.OFF;
      return new SpeechSettings(sampling(defaults), speed, seed, check);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
    }
  }

  private SamplingSettings sampling(SamplingSettings defaults) {
    return new SamplingSettings(
        steps == null ? defaults.steps() : steps,
        schedule == null ? defaults.schedule() : Schedule.parse(schedule),
        new SamplingSettings.Guide(
            or(guidance, defaults.guidance()), or(guided, defaults.guide().share())),
        new SamplingSettings.Draw(
            or(topP, defaults.draw().topP()), or(temperature, defaults.draw().temperature())),
        new SamplingSettings.Reveal(
            or(gumbel, defaults.reveal().gumbel()),
            or(spread, defaults.reveal().spread()),
            depths == null ? defaults.reveal().depths() : depths));
  }

  private static double or(Double given, double otherwise) {
    return given == null ? otherwise : given;
  }
}
