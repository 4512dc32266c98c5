package myna.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import myna.audio.Seal;
import myna.delivery.Loudness;
import myna.delivery.Sound;
import myna.provenance.FileSeal;
import myna.provenance.Signer;
import myna.watermark.SyntheticNote;
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
          "Leaves out the inaudible watermark by which voice detect knows synthetic speech of"
              + " Myna.")
  private boolean unmarked;

  @Option(
      names = "--sign-with",
      paramLabel = "FILE",
      description =
          "Signs what is said of the file with this key and its certificates, in PEM (default: a"
              + " key of your own that is made at first).")
  private Path signWith;

  @Option(names = "--no-signature", description = "Leaves out the signed manifest.")
  private boolean unsigned;

  /**
   * What is signed of the file.
   *
   * @param pack that speaks, by name and version, if that is known
   */
  public Seal seal(Optional<String> pack) throws IOException {
    if (unsigned) {
      return Seal.NONE;
    }
    Signer signer = signWith == null ? Signer.own(Places.here().signingKey()) : Signer.of(signWith);
    return new FileSeal(signer, SyntheticNote.version(), pack, !unmarked);
  }

  /** The sound at some loudness; bad use if a number is out of its range. */
  public Sound sound(Loudness loudness) {
    if (sampleRate < 0 || bitRate < 0) {
      throw new ParameterException(
          spec.commandLine(), "--sample-rate and --bit-rate must be above 0.");
    }
    return new Sound(loudness, sampleRate, bitRate * 1000, !unmarked);
  }
}
