package myna.speech;

import java.util.List;
import myna.audio.Audio;

/**
 * A text that was spoken.
 *
 * @param audio of the whole
 * @param words with times in {@code audio}
 * @param cost of speaking it
 * @param firstNanos from the request to the first samples that could be heard
 */
public record Speech(Audio audio, List<SpokenWord> words, SpeechCost cost, long firstNanos) {
  /** Copies the list. */
  public Speech {
    words = List.copyOf(words);
  }
}
