package myna.cli;

import myna.narration.render.SpeechOptions;
import myna.resgen.SamplingSettings;
import myna.resgen.Schedule;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The options of narrate that say how it sounds. A project keeps what was given, so that the same
 * book goes on in the same way.
 */
final class NarrateSpeech {
  /** Stands for a model's settings where only ranges are checked. */
  private static final SamplingSettings ANY =
      new SamplingSettings(
          1,
          new Schedule.Cosine(),
          0,
          new SamplingSettings.Draw(1, 1),
          new SamplingSettings.Reveal(1, 1, SamplingSettings.Reveal.ALL));

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, another reading (default: 0).")
  private Long seed;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Sampling steps: more take longer and sound better.")
  private Integer steps;

  @Option(
      names = "--guidance",
      paramLabel = "X",
      description = "How closely to keep to text and voice, from 0.")
  private Double guidance;

  @Option(
      names = "--temperature",
      paramLabel = "X",
      description = "How much chance there is in the sound, from 0.")
  private Double temperature;

  @Option(
      names = "--top-p",
      paramLabel = "X",
      description = "Share of the likeliest components, above 0 to 1.")
  private Double topP;

  @Option(names = "--speed", paramLabel = "X", description = "Speed, from 0.4 to 2.5 (default: 1).")
  private Double speed;

  @Option(
      names = "--verify",
      negatable = true,
      description = "Listen to every sentence and take garbled ones again (default: yes).")
  private Boolean verify;

  /** Checks the values before any book is read. */
  void check(CommandLine line) {
    try {
      change(SpeechOptions.parse("")).settings(ANY);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, e.getMessage() + ".", e);
    }
  }

  /** The options of a project with those that were given now. */
  SpeechOptions change(SpeechOptions before) {
    return before
        .with(SpeechOptions.SEED, seed)
        .with(SpeechOptions.STEPS, steps)
        .with(SpeechOptions.GUIDANCE, guidance)
        .with(SpeechOptions.TEMPERATURE, temperature)
        .with(SpeechOptions.TOP_P, topP)
        .with(SpeechOptions.SPEED, speed)
        .with(SpeechOptions.VERIFY, verify);
  }
}
