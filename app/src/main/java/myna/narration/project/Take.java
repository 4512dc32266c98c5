package myna.narration.project;

import java.util.List;

/**
 * What is known of a rendered line, without its samples.
 *
 * @param key hash of everything that decides on its sound
 * @param length of its samples
 * @param spacing how pauses go with it
 * @param loudness of the whole in LUFS; negative infinity for silence
 * @param words times of the sentence's words, in their order
 */
public record Take(
    String key, Length length, Spacing spacing, double loudness, List<WordTime> words) {
  public Take {
    words = List.copyOf(words);
  }

  /**
   * How long a take is.
   *
   * @param samples how many
   * @param sampleRate per second
   */
  public record Length(int samples, int sampleRate) {
    /** The duration. */
    public double seconds() {
      return (double) samples / sampleRate;
    }
  }

  /**
   * How pauses go with a take.
   *
   * @param edgeSeconds of silence that its start and end carry together, to be taken off the pause
   *     that follows
   * @param pauseScale length of a pause relative to that at normal speed
   */
  public record Spacing(double edgeSeconds, double pauseScale) {
    /** A take that starts and ends with sound, at normal speed. */
    public static final Spacing PLAIN = new Spacing(0, 1);

    /** The silence to put after the take for a pause, in seconds. */
    public double silenceFor(double pauseSeconds) {
      return Math.max(0, pauseSeconds * pauseScale - edgeSeconds);
    }
  }

  /**
   * When a word is heard.
   *
   * @param start seconds from the start of the take
   * @param end seconds
   * @param doubtful whether the self-check could not make the word out
   */
  public record WordTime(double start, double end, boolean doubtful) {}

  /** How many words the self-check could not make out. */
  public long doubtfulWords() {
    return words.stream().filter(WordTime::doubtful).count();
  }
}
