package myna.speech;

import java.util.ArrayList;
import java.util.List;
import myna.audio.Audio;

/** Gathers what is spoken into one sound, with the pauses between its sentences. */
public final class SpeechCollector implements SpeechListener {
  private final int sampleRate;
  private final long start = System.nanoTime();
  private final List<SpokenSentence> sentences = new ArrayList<>();
  private long firstNanos = -1;

  /**
   * Begins to gather, and to take the time until the first samples.
   *
   * @param sampleRate of the speech
   */
  public SpeechCollector(int sampleRate) {
    this.sampleRate = sampleRate;
  }

  @Override
  public void piece(Audio piece) {
    firstNanos = firstNanos < 0 ? System.nanoTime() - start : firstNanos;
  }

  @Override
  public void sentence(SpokenSentence sentence) {
    sentences.add(sentence);
  }

  /** The sentences so far. */
  public List<SpokenSentence> sentences() {
    return List.copyOf(sentences);
  }

  /** Everything so far, as one. */
  public Speech speech() {
    Assembly assembly = new Assembly(sampleRate);
    SpeechCost cost = SpeechCost.NOTHING;
    double pause = 0;
    for (SpokenSentence sentence : sentences) {
      assembly.pause(pause);
      assembly.add(sentence.audio().samples(), sentence.words());
      pause = sentence.pauseSeconds();
      cost = cost.plus(sentence.cost());
    }
    return new Speech(assembly.audio(), assembly.words(), cost, firstNanos);
  }
}
