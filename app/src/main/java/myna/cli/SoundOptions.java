package myna.cli;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import myna.audio.Seal;
import myna.delivery.Loudness;
import myna.delivery.Sound;
import myna.delivery.Subtitles;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how what is written sounds, and what lies beside it. */
public final class SoundOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--subtitles",
      paramLabel = "KIND",
      split = ",",
      description =
          "Beside the sound: srt, vtt or lrc by sentence; srt-words, vtt-words or lrc-words by"
              + " word.")
  private List<String> subtitles = List.of();

  @Option(
      names = "--loudness",
      paramLabel = "acx|r128|none",
      description =
          "As audiobook shops ask (acx, usual for books), as broadcasters (r128), or as spoken"
              + " (none).")
  private Loudness loudness;

  @Mixin private FileOptions file;

  /**
   * What is signed of the file.
   *
   * @param pack that speaks, by name and version, if that is known
   */
  public Seal seal(Optional<String> pack) throws IOException {
    return file.seal(pack);
  }

  /** The sound; bad use if a number is out of its range. */
  public Sound sound(Loudness usual) {
    return file.sound(loudness == null ? usual : loudness);
  }

  /** The subtitles; bad use if there is no such kind. */
  public Set<Subtitles> subtitles() {
    Set<Subtitles> kinds = EnumSet.noneOf(Subtitles.class);
    try {
      subtitles.forEach(kind -> kinds.add(Subtitles.of(kind)));
      return kinds;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
    }
  }
}
