package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the cues of SubRip and WebVTT by their times alone, as players do: with or without numbers,
 * hours and empty lines between them.
 */
final class TextCues {
  private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})[,.](\\d{1,3})";
  private static final Pattern TIMING =
      Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + ".*");

  private static final Pattern NUMBER = Pattern.compile("\\s*\\d+\\s*");

  private TextCues() {}

  static List<CueFile.Raw> read(List<String> lines) {
    List<CueFile.Raw> cues = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher timing = TIMING.matcher(lines.get(i));
      if (timing.matches()) {
        List<String> text = new ArrayList<>();
        while (i + 1 < lines.size() && !ends(lines, i + 1)) {
          i++;
          text.add(lines.get(i));
        }
        cues.add(new CueFile.Raw(seconds(timing, 1), seconds(timing, 5), "", "", text));
      }
    }
    return cues;
  }

  /** Whether a line is empty, a time, or the number before one. */
  private static boolean ends(List<String> lines, int i) {
    String line = lines.get(i);
    return line.isBlank()
        || TIMING.matcher(line).matches()
        || (NUMBER.matcher(line).matches()
            && i + 1 < lines.size()
            && TIMING.matcher(lines.get(i + 1)).matches());
  }

  private static double seconds(Matcher timing, int group) {
    String hours = timing.group(group);
    String fraction = timing.group(group + 3);
    return (hours == null ? 0 : Integer.parseInt(hours) * 3600.0)
        + Integer.parseInt(timing.group(group + 1)) * 60.0
        + Integer.parseInt(timing.group(group + 2))
        + Integer.parseInt(fraction) / Math.pow(10, fraction.length());
  }
}
