package myna.ui.history;

import java.util.List;
import java.util.Locale;
import myna.speech.Quality;

/**
 * A text that was spoken.
 *
 * @param millis when, since 1970
 * @param text what
 * @param voice who
 * @param manner how
 * @param seeds of the chosen take of each sentence, in order
 */
public record Entry(long millis, String text, Speaker voice, Manner manner, List<Long> seeds) {

  /**
   * Who spoke.
   *
   * @param id identifier of the voice
   * @param name as it was called then
   * @param pack name and version of the model pack
   */
  public record Speaker(String id, String name, String pack) {}

  /**
   * How it was spoken.
   *
   * @param speed relative to the speaker's own
   * @param pauses factor on pauses
   * @param verify whether each sentence was checked
   * @param seed that the sentences' seeds come from
   */
  public record Manner(Quality quality, double speed, double pauses, boolean verify, long seed) {}

  public Entry {
    if (text == null || voice == null || manner == null) {
      throw new IllegalArgumentException("an entry lacks something");
    }
    seeds = seeds == null ? List.of() : List.copyOf(seeds);
  }

  /** Whether text or voice hold all the words. */
  boolean matches(String words) {
    String all = (text + " " + voice.name()).toLowerCase(Locale.ROOT);
    for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is the same but for the time. */
  boolean isLike(Entry other) {
    return new Entry(other.millis, text, voice, manner, seeds).equals(other);
  }
}
