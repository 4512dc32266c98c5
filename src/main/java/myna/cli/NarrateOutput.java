package myna.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import myna.narration.export.ExportSettings;
import myna.narration.export.Loudness;
import myna.narration.export.Subtitles;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of narrate that say what is written. */
final class NarrateOutput {
  @Option(names = "--per-chapter", description = "A file per chapter, named after the output.")
  private boolean perChapter;

  @Option(
      names = "--subtitles",
      paramLabel = "KIND",
      split = ",",
      description = "srt, vtt or lrc by sentence; srt-words, vtt-words or lrc-words by word.")
  private List<String> subtitles = List.of();

  @Option(
      names = "--loudness",
      paramLabel = "acx|r128|none",
      defaultValue = "acx",
      description =
          "As audiobook shops ask (acx), as broadcasters (r128), or as spoken (default:"
              + " ${DEFAULT-VALUE}).")
  private Loudness loudness;

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
      names = "--narrator",
      paramLabel = "TEXT",
      description = "The narrator's name in the file (default: the voice's).")
  private String narrator;

  @Mixin private MarkOption mark;

  void check(CommandLine line) {
    try {
      subtitles.forEach(Subtitles::of);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, e.getMessage() + ".", e);
    }
    if (sampleRate < 0 || bitRate < 0) {
      throw new ParameterException(line, "--sample-rate and --bit-rate must be above 0.");
    }
  }

  ExportSettings settings(Path output, String voice) {
    Set<Subtitles> kinds = subtitles.stream().map(Subtitles::of).collect(Collectors.toSet());
    var sound = new ExportSettings.Sound(loudness, sampleRate, bitRate * 1000, mark.isOn());
    var credits = ExportSettings.Credits.of(narrator == null ? voice : narrator);
    return new ExportSettings(output, perChapter, sound, kinds, credits);
  }
}
