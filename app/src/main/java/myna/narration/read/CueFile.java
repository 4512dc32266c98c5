package myna.narration.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.read.TimedCue.Turn;

/** Reads files of subtitles: SubRip, WebVTT, and (Advanced) SubStation Alpha. */
public final class CueFile {
  /** A label in small letters counts once it was found as often: any sentence may have a colon. */
  private static final int LEAST_LABELS = 2;

  private CueFile() {}

  /**
   * A cue as it stands in its file.
   *
   * @param speaker of all of it, or ""
   */
  record Raw(double start, double end, String style, String speaker, List<String> lines) {}

  /**
   * The cues of a file in the order of their starts; what holds nothing to say is left out, and
   * what is there twice is there once.
   *
   * @throws NarrationException if there is none
   */
  public static List<TimedCue> read(Path file) throws IOException, NarrationException {
    List<String> lines = PlainText.readWithTags(file).lines().toList();
    List<Raw> raw = AssCues.isAss(lines) ? AssCues.read(lines) : TextCues.read(lines);
    if (raw.isEmpty()) {
      throw new NarrationException(
          Reason.MALFORMED, file + " holds no subtitles: a time is missing");
    }
    return cues(raw);
  }

  private static List<TimedCue> cues(List<Raw> raw) {
    Set<String> names = labels(raw);
    List<TimedCue> cues = new ArrayList<>();
    Set<Raw> seen = new HashSet<>();
    for (Raw cue : raw.stream().sorted(Comparator.comparingDouble(Raw::start)).toList()) {
      List<Turn> turns = CueText.turns(cue.lines(), cue.speaker(), names::contains);
      if (!turns.isEmpty() && seen.add(cue)) {
        double end = Math.max(cue.start(), cue.end());
        cues.add(new TimedCue(cues.size() + 1, cue.start(), end, cue.style(), turns));
      }
    }
    return cues;
  }

  private static Set<String> labels(List<Raw> cues) {
    Map<String, Integer> counts = new HashMap<>();
    for (Raw cue : cues) {
      for (String line : cue.lines()) {
        String label = CueText.label(line);
        if (label != null) {
          counts.merge(label, 1, Integer::sum);
        }
      }
    }
    counts.values().removeIf(count -> count < LEAST_LABELS);
    return counts.keySet();
  }
}
