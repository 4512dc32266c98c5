package myna.script;

import java.util.ArrayList;
import java.util.List;
import myna.audio.Audio;
import myna.speech.Clarity;
import myna.speech.Spacing;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Sentence;
import myna.text.Word;

/**
 * What is known of a line as it was spoken, without its samples. It holds for every line of the
 * same words, wherever that stands.
 *
 * @param length of its samples
 * @param spacing how pauses go with it
 * @param words times of the sentence's words, in their order
 */
public record Take(Length length, Spacing spacing, List<WordTime> words) {
  /** Copies the list. */
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
    /** The length of samples. */
    public static Length of(Audio audio) {
      return new Length(audio.length(), audio.sampleRate());
    }

    /** The duration. */
    public double seconds() {
      return (double) samples / sampleRate;
    }
  }

  /**
   * When a word is heard.
   *
   * @param start seconds from the start of the take
   * @param end seconds
   * @param clarity how well it is heard
   */
  public record WordTime(double start, double end, Clarity clarity) {}

  /** The take that a sentence just spoken is. */
  public static Take of(SpokenSentence spoken) {
    List<WordTime> times = new ArrayList<>();
    for (SpokenWord word : spoken.words()) {
      times.add(new WordTime(word.start(), word.end(), word.clarity()));
    }
    return new Take(Length.of(spoken.audio()), spoken.spacing(), times);
  }

  /** The words of a line's sentence, which this is a take of, with their times. */
  public List<SpokenWord> words(Sentence sentence) {
    List<SpokenWord> spoken = new ArrayList<>();
    for (int i = 0; i < Math.min(words.size(), sentence.words().size()); i++) {
      Word word = sentence.words().get(i);
      WordTime time = words.get(i);
      spoken.add(
          new SpokenWord(word.spoken(), word.source(), time.start(), time.end(), time.clarity()));
    }
    return spoken;
  }

  /** How many words cannot be made out. */
  public long doubtfulWords() {
    return words.stream().filter(word -> word.clarity().doubtful()).count();
  }

  /** Whether none of several words can be made out. */
  public boolean isGarbled() {
    return words.size() > 1 && doubtfulWords() == words.size();
  }

  /** Whether the model listened to it. */
  public boolean isChecked() {
    return words.stream().anyMatch(word -> word.clarity().isChecked());
  }
}
