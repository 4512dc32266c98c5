package myna.narration.dub;

import java.util.List;
import java.util.Map;

/**
 * How subtitles were spoken.
 *
 * @param cues those that were spoken, in order
 * @param seconds of the whole track
 * @param doubtful how many words the self-check could not make out
 * @param voiceless the speakers without a voice of their own, with their turns, which the narrator
 *     spoke
 */
public record DubReport(
    List<CueReport> cues, double seconds, int doubtful, Map<String, Integer> voiceless) {
  /** Copies the collections. */
  public DubReport {
    cues = List.copyOf(cues);
    voiceless = Map.copyOf(voiceless);
  }

  /** How many cues fit in a way. */
  public long count(CueReport.Verdict verdict) {
    return cues.stream().filter(cue -> cue.verdict() == verdict).count();
  }
}
