package myna.server.dispatcher;

import java.io.IOException;
import java.util.List;

/** Where speech comes from. */
@FunctionalInterface
public interface SpeechSource {
  /** Samples a second, of 16 bits, little-endian, one channel. */
  int SAMPLE_RATE = 24_000;

  /** The longest text of one request, in UTF-16 units. */
  int LONGEST_TEXT = 20_000;

  /**
   * What is wanted.
   *
   * @param text with the marks of SSML, or those in brackets
   * @param voice its name
   * @param speed 1 as usual
   */
  record Wanted(String text, String voice, double speed) {}

  /**
   * A word that was spoken.
   *
   * @param start seconds from the start of the sound
   * @param end seconds
   * @param from where it starts in the text, in UTF-16 units
   * @param to where it ends
   */
  record TimedWord(double start, double end, int from, int to) {}

  /** Told of speech while it is made. */
  interface Listener {
    /** Samples that follow those before. */
    void sound(byte[] pcm) throws IOException, InterruptedException;

    /** The words of a sentence whose sound came, but for its last moments. */
    void words(List<TimedWord> words) throws IOException, InterruptedException;
  }

  /**
   * Speaks a text; one that holds nothing to say is silent.
   *
   * @throws IOException if nobody is there who speaks
   * @throws InterruptedException if the thread was interrupted, at once
   */
  void speak(Wanted wanted, Listener listener) throws IOException, InterruptedException;
}
