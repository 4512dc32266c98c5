package myna.cli;

import myna.speech.Knob;
import myna.speech.SpeechOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options that say how something is spoken, the same for every command; what is not given is
 * the pack's, or the project's.
 */
public final class SpeechKnobs {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "The same seed gives the same samples, another one another reading (default: 0).")
  private Long seed;

  @Option(
      names = "--quality",
      paramLabel = "draft|good|best",
      description =
          "Half as many sampling steps as the pack takes, as many, or the best of three takes.")
  private String quality;

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
      description =
          "Share of the steps that are guided, the last ones, from 0 to 1 (default: the pack's).")
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
      description = "Speaking rate, from 0.4 to 2.5 (default: 1).")
  private Double speed;

  @Option(
      names = "--best",
      paramLabel = "N",
      description =
          "Speaks everything N times, and keeps what is heard best and sounds most like the voice"
              + " (default: 1; with --quality best, 3).")
  private Integer best;

  @Option(
      names = "--verify",
      negatable = true,
      description =
          "Listens to what was spoken, and speaks again what is garbled (default: for books).")
  private Boolean verify;

  /** What was chosen; bad use if a value is out of its range. */
  public SpeechOptions options() {
    SpeechOptions options =
        SpeechOptions.NONE
            .with(Knob.SEED, seed)
            .with(Knob.QUALITY, quality)
            .with(Knob.STEPS, steps)
            .with(Knob.SCHEDULE, schedule)
            .with(Knob.GUIDANCE, guidance)
            .with(Knob.GUIDED, guided)
            .with(Knob.TEMPERATURE, temperature)
            .with(Knob.TOP_P, topP)
            .with(Knob.GUMBEL, gumbel)
            .with(Knob.SPREAD, spread)
            .with(Knob.DEPTHS, depths)
            .with(Knob.SPEED, speed)
            .with(Knob.BEST, best)
            .with(Knob.VERIFY, verify);
    try {
      options.check();
      return options;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
    }
  }
}
