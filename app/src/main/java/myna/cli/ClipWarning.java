package myna.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.voice.ClipCheck;
import myna.voice.ClipReport;
import myna.voice.Finding;
import myna.voice.Finding.Aspect;
import myna.voice.Grade;
import myna.voice.Reference;

/** What is said of a clip that somebody speaks with by its path. */
public final class ClipWarning {
  private ClipWarning() {}

  /**
   * In one line what spoils a clip; empty where it only could be better, and where there is so
   * little speech that it is refused.
   */
  public static Optional<String> of(Path clip, Audio audio) {
    ClipReport report = ClipCheck.of(audio);
    if (report.of(Aspect.SPEECH).value() < Reference.LEAST_SPEECH_SECONDS) {
      return Optional.empty();
    }
    List<String> poor =
        report.findings().stream()
            .filter(finding -> finding.grade() == Grade.POOR)
            .map(Finding::advice)
            .toList();
    return poor.isEmpty()
        ? Optional.empty()
        : Optional.of(Failures.oneLine(clip + ": " + String.join("; ", poor)));
  }
}
