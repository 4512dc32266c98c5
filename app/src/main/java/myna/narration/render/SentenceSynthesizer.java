package myna.narration.render;

import myna.jobs.Cancellation;
import myna.narration.book.NarrationException;
import myna.speech.SpokenSentence;
import myna.text.Sentence;

/** What speaks the sentences of a book. The same arguments give the same samples, whoever asks. */
public interface SentenceSynthesizer {
  /** Model and settings: everything that decides on the sound but sentence, voices and seed. */
  String identity();

  /**
   * What decides on the sound of a voice, such as a hash of its clips.
   *
   * @throws NarrationException if there is no such voice
   */
  String fingerprint(String voice) throws NarrationException;

  /**
   * Speaks a sentence.
   *
   * @param sentence each of whose words names the voice that it is to be spoken with
   * @param seed of all random numbers
   */
  SpokenSentence speak(Sentence sentence, long seed, Cancellation cancellation)
      throws NarrationException;
}
