package myna.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.stream.Collectors;
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
   * In one line what spoils a clip; nothing where it only could be better, and nothing where there
   * is so little speech that it is refused.
   */
  public static void print(PrintWriter err, Path clip, Audio audio) {
    ClipReport report = ClipCheck.of(audio);
    if (report.of(Aspect.SPEECH).value() < Reference.LEAST_SPEECH_SECONDS) {
      return;
    }
    String poor =
        report.findings().stream()
            .filter(finding -> finding.grade() == Grade.POOR)
            .map(Finding::advice)
            .collect(Collectors.joining("; "));
    if (!poor.isEmpty()) {
      err.println("myna: " + Failures.oneLine(String.valueOf(clip)) + ": " + poor);
      err.flush();
    }
  }
}
