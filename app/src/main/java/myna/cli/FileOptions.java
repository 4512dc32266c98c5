package myna.cli;

import myna.delivery.Loudness;
import myna.delivery.Sound;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every file of speech. */
public final class FileOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--sample-rate",
      paramLabel = "HZ",
      description = "Sample rate of the file (default: the voice's).")
  private int sampleRate;

  @Option(
      names = "--bit-rate",
      paramLabel = "KBPS",
      description = "Kilobits per second of MP3, AAC and Opus.")
  private int bitRate;

  @Option(
      names = "--no-watermark",
      description =
          "Leaves out the inaudible mark by which voice detect knows synthetic speech of Myna.")
  private boolean unmarked;

  /** The sound at some loudness; bad use if a number is out of its range. */
  public Sound sound(Loudness loudness) {
    if (sampleRate < 0 || bitRate < 0) {
      throw new ParameterException(
          spec.commandLine(), "--sample-rate and --bit-rate must be above 0.");
    }
    return new Sound(loudness, sampleRate, bitRate * 1000, !unmarked);
  }
}
