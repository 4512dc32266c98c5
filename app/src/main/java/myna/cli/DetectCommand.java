package myna.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.watermark.Detection;
import myna.watermark.WatermarkDetector;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code myna voice detect}: whether a recording is synthetic speech that Myna marked. */
@Command(
    name = "detect",
    description = "Tells whether a file carries the mark of Myna's synthetic speech.",
    mixinStandardHelpOptions = true)
final class DetectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A recording of any common format.")
  private Path file;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  /**
   * What {@code voice detect --json} prints.
   *
   * @param watermark whether the mark was found
   * @param score in standard deviations of what unmarked sound gives
   * @param falseAlarm the most that unmarked sound is likely to score as high
   * @param threshold the most that this may be for a yes
   * @param from seconds at which the stretch with the best score begins
   * @param to seconds at which it ends
   * @param note the file's comment, which anybody can write or remove; null where there is none
   */
  private record Report(
      boolean watermark,
      double score,
      double falseAlarm,
      double threshold,
      double from,
      double to,
      String note) {}

  @Override
  public Integer call() throws AudioException {
    Detection found = WatermarkDetector.detect(AudioFiles.read(file));
    String note = AudioFiles.readTags(file).get("comment");
    if (json) {
      report(found, note);
    } else {
      print(found, note);
    }
    return ExitCode.OK;
  }

  private void report(Detection found, String note) {
    Report report =
        new Report(
            found.isMarked(),
            Json.rounded(found.score()),
            found.falseAlarm(),
            Detection.HIGHEST_FALSE_ALARM,
            Json.rounded(found.from()),
            Json.rounded(found.to()),
            note);
    spec.commandLine().getOut().println(Json.write(report));
  }

  private void print(Detection found, String note) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(DetectSentence.of(found));
    if (note != null) {
      out.println("the file says: " + note.replaceAll("\\p{Cntrl}", " "));
    }
  }
}
