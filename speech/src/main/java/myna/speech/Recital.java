package myna.speech;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import myna.audio.Audio;
import myna.codec.SeededNoise;
import myna.jobs.Cancellation;
import myna.speech.SpeechException.Reason;
import myna.text.Sentence;
import myna.text.TextFrontEnd;

/**
 * Speaks texts sentence by sentence, each with a seed of its own.
 *
 * @param synthesizer that speaks the sentences
 * @param frontEnd that reads them
 */
public record Recital(Synthesizer synthesizer, TextFrontEnd frontEnd) {
  /** Speaks one sentence. */
  @FunctionalInterface
  public interface Speaker<E extends Exception> {
    /**
     * Speaks a sentence.
     *
     * @param settings with the seed of this sentence
     * @param pieces told its samples
     */
    SpokenSentence speak(Sentence sentence, SpeechSettings settings, Consumer<Audio> pieces)
        throws E;
  }

  /**
   * Speaks sentences one after another. The seed of each follows from that of all and its number.
   *
   * @param sentences asked once; each is read when its turn comes
   * @throws SpeechException if there is none
   */
  public static <E extends Exception> void recite(
      Supplier<Stream<Sentence>> sentences,
      SpeechSettings settings,
      Speaker<E> speaker,
      SpeechListener listener)
      throws E, SpeechException {
    long start = System.nanoTime();
    Iterator<Sentence> read = sentences.get().iterator();
    if (!read.hasNext()) {
      throw new SpeechException(Reason.NOTHING_TO_SAY, "the text holds nothing that can be spoken");
    }
    long number = 0;
    while (read.hasNext()) {
      Sentence sentence = read.next();
      SpeechCost reading = SpeechCost.of(Stage.TEXT, System.nanoTime() - start);
      SpeechSettings seeded = settings.withSeed(SeededNoise.derive(settings.seed(), number++));
      SpokenSentence spoken = speaker.speak(sentence, seeded, listener::piece);
      listener.sentence(spoken.withCost(reading.plus(spoken.cost())));
      start = System.nanoTime();
    }
  }

  /**
   * Speaks a text, and hands out samples while a sentence is made, and each sentence when it is
   * ready.
   *
   * @throws SpeechException if there is nothing to say
   */
  public void stream(Passage passage, SpeechListener listener, Cancellation cancellation)
      throws SpeechException {
    Recital.<SpeechException>recite(
        () -> frontEnd.sentences(passage.text()),
        passage.settings(),
        (sentence, settings, pieces) ->
            synthesizer.speak(sentence, passage.voices(), settings, pieces, cancellation),
        listener);
  }

  /**
   * Speaks a whole text.
   *
   * @throws SpeechException if there is nothing to say
   */
  public Speech speak(Passage passage, Cancellation cancellation) throws SpeechException {
    SpeechCollector collector = new SpeechCollector(synthesizer.format().signal().outputRate());
    stream(passage, collector, cancellation);
    return collector.speech();
  }
}
