package myna.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import myna.voice.ClipReport;
import myna.voice.Consent;
import myna.voice.Finding;
import myna.voice.Grade;
import myna.voice.Voice;

/** How voices and clip checks are printed. */
final class VoicePrinter {
  private VoicePrinter() {}

  /**
   * A clip check as JSON.
   *
   * @param seconds the clip's duration
   * @param overall the worst grade
   * @param findings one per aspect
   */
  record Check(double seconds, String overall, List<Entry> findings) {}

  /**
   * A finding as JSON.
   *
   * @param aspect what was looked at
   * @param grade good, fair or poor
   * @param value measured, or null where it cannot be told
   * @param unit of the value
   * @param advice a sentence
   */
  record Entry(String aspect, String grade, Double value, String unit, String advice) {}

  /** A voice in one line: name, clips, seconds, consent, notes. */
  static String line(Voice voice) {
    return String.join(
        "\t",
        voice.name(),
        voice.clips().size() == 1 ? "1 clip" : voice.clips().size() + " clips",
        String.format(Locale.ROOT, "%.1f s", voice.seconds()),
        consent(voice.consent()),
        Failures.oneLine(voice.profile().notes()));
  }

  /** How a voice may be used: declared when, and spoken when where it was. */
  private static String consent(Consent consent) {
    String declared = lower(consent.kind()) + " " + consent.date();
    return declared
        + consent.spoken().map(spoken -> ", spoken " + spoken.date()).orElse(", declared");
  }

  /** A clip check, one aspect per line: grade, aspect, advice. */
  static void print(PrintWriter out, ClipReport report) {
    for (Finding finding : report.findings()) {
      out.println(
          String.join("\t", lower(finding.grade()), lower(finding.aspect()), finding.advice()));
    }
    out.println(lower(report.overall()) + "\toverall");
  }

  /** Of a clip check, what is not good. */
  static void printTroubles(PrintWriter err, String clip, ClipReport report) {
    for (Finding finding : report.findings()) {
      if (finding.grade() != Grade.GOOD) {
        err.println("myna: " + clip + ": " + finding.advice());
      }
    }
  }

  /** A clip check for JSON. */
  static Check entry(ClipReport report) {
    List<Entry> entries = new ArrayList<>();
    for (Finding finding : report.findings()) {
      double value = finding.value();
      boolean known = Double.isFinite(value);
      entries.add(
          new Entry(
              lower(finding.aspect()),
              lower(finding.grade()),
              known ? Json.rounded(value) : null,
              finding.aspect().unit(),
              finding.advice()));
    }
    return new Check(Json.rounded(report.seconds()), lower(report.overall()), entries);
  }

  /** As options and JSON have it. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
