package myna.cli.narrate;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import myna.cli.Json;
import myna.narration.dub.CueReport;
import myna.narration.dub.CueReport.Verdict;
import myna.narration.dub.DubReport;
import myna.narration.read.TimedCue;

/** What dub tells when it is done. */
final class DubTable {
  private static final int WIDTH = 48;

  private final DubReport report;

  DubTable(DubReport report) {
    this.report = report;
  }

  private record Whole(
      double audioSeconds,
      int doubtfulWords,
      Map<String, Integer> withoutVoice,
      Map<String, Long> verdicts,
      List<Entry> cues) {}

  private record Entry(
      int number,
      double start,
      double end,
      double spokenStart,
      double spokenEnd,
      double speed,
      String verdict) {}

  void print(PrintWriter out, boolean json) {
    if (json) {
      out.println(Json.write(whole()));
      return;
    }
    out.printf(
        "%d cues, %s: %d fit, %d go on in the silence behind them, %d are too long, %d start"
            + " late%n",
        report.cues().size(),
        NarrateTables.duration(report.seconds()),
        report.count(Verdict.FITS),
        report.count(Verdict.BORROWS),
        report.count(Verdict.TOO_LONG),
        report.count(Verdict.LATE));
    report.cues().stream()
        .filter(cue -> cue.verdict() != Verdict.FITS)
        .forEach(cue -> out.println(line(cue)));
    new TreeMap<>(report.voiceless())
        .forEach(
            (name, turns) ->
                out.printf("%s has no voice: the narrator spoke %d times%n", name, turns));
    if (report.doubtful() > 0) {
      out.printf("%d words are hard to make out%n", report.doubtful());
    }
  }

  private static String line(CueReport report) {
    TimedCue cue = report.cue();
    String text = text(cue);
    String how =
        report.verdict() == Verdict.LATE
            ? "%.2f s late, %.2f s over".formatted(report.late(), report.over())
            : "%.2f s over".formatted(report.over());
    return String.format(
        Locale.ROOT,
        "%5d  %s  %-9s %s at speed %.2f  %s",
        cue.number(),
        time(cue.start()),
        name(report.verdict()),
        how,
        report.speed(),
        text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text);
  }

  private static String text(TimedCue cue) {
    return cue.turns().stream().map(TimedCue.Turn::text).collect(Collectors.joining(" / "));
  }

  private static String time(double seconds) {
    long millis = Math.round(seconds * 1000);
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }

  private static String name(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private Whole whole() {
    Map<String, Long> verdicts = new TreeMap<>();
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(name(verdict), report.count(verdict));
    }
    return new Whole(
        Json.rounded(report.seconds()),
        report.doubtful(),
        new TreeMap<>(report.voiceless()),
        verdicts,
        report.cues().stream().map(DubTable::entry).toList());
  }

  private static Entry entry(CueReport report) {
    return new Entry(
        report.cue().number(),
        report.cue().start(),
        report.cue().end(),
        Json.rounded(report.spoken()),
        Json.rounded(report.done()),
        Json.rounded(report.speed()),
        name(report.verdict()));
  }
}
