package myna.narration.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the cues of SubStation Alpha, whose columns the file names itself. */
final class AssCues {
  private static final Pattern SECTION = Pattern.compile("\\s*\\[[^\\]]*]\\s*");
  private static final Pattern TIME =
      Pattern.compile("\\s*(\\d{1,4}):(\\d{1,2}):(\\d{1,2})[.:](\\d{1,3})\\s*");

  private static final Pattern DRAWING = Pattern.compile("\\{[^}]*\\\\p[1-9][^}]*}");
  private static final Pattern OVERRIDE = Pattern.compile("\\{[^}]*}");
  private static final List<String> USUAL =
      List.of(
          "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect",
          "text");

  private AssCues() {}

  /** Whether a file is of this kind. */
  static boolean isAss(List<String> lines) {
    return lines.stream()
        .limit(1000)
        .map(String::strip)
        .anyMatch(
            line -> line.equalsIgnoreCase("[Script Info]") || line.equalsIgnoreCase("[Events]"));
  }

  static List<CueFile.Raw> read(List<String> lines) {
    List<CueFile.Raw> cues = new ArrayList<>();
    List<String> columns = USUAL;
    boolean events = false;
    for (String line : lines) {
      if (SECTION.matcher(line).matches()) {
        events = line.strip().equalsIgnoreCase("[Events]");
      } else if (events && line.startsWith("Format:")) {
        columns =
            Arrays.stream(line.substring(7).split(",", -1))
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
      } else if (events && line.startsWith("Dialogue:")) {
        cue(line.substring(9), columns).forEach(cues::add);
      }
    }
    return cues;
  }

  private static Stream<CueFile.Raw> cue(String line, List<String> columns) {
    String[] values = line.split(",", columns.size());
    Matcher start = TIME.matcher(value(values, columns, "start"));
    Matcher end = TIME.matcher(value(values, columns, "end"));
    String text = value(values, columns, "text");
    if (!start.matches() || !end.matches() || DRAWING.matcher(text).find()) {
      return Stream.empty();
    }
    String shown = OVERRIDE.matcher(text).replaceAll("").replace("\\h", " ");
    String name = value(values, columns, "name").strip();
    String speaker = name.isEmpty() ? value(values, columns, "actor").strip() : name;
    String style = value(values, columns, "style").strip();
    List<String> lines = List.of(shown.split("\\\\[Nn]", -1));
    return Stream.of(new CueFile.Raw(seconds(start), seconds(end), style, speaker, lines));
  }

  private static String value(String[] values, List<String> columns, String column) {
    int at = columns.indexOf(column);
    return at < 0 || at >= values.length ? "" : values[at];
  }

  private static double seconds(Matcher time) {
    String fraction = time.group(4);
    return Integer.parseInt(time.group(1)) * 3600.0
        + Integer.parseInt(time.group(2)) * 60.0
        + Integer.parseInt(time.group(3))
        + Integer.parseInt(fraction) / Math.pow(10, fraction.length());
  }
}
