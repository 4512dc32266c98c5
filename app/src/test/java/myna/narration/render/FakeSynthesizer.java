package myna.narration.render;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.speech.Clarity;
import myna.speech.Spacing;
import myna.speech.SpeechCost;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Sentence;

/** Hums a tone for each word, as long as its phonemes are many and as high as its voice has it. */
public final class FakeSynthesizer implements SentenceSynthesizer {
  /** Samples per second. */
  public static final int RATE = 16_000;

  /** Of a voice whose pauses are short. */
  private static final Spacing SPACING = new Spacing(0.05, 1, 1 / 1.3);

  private static final int SAMPLES_PER_PHONEME = RATE / 50;
  private static final int FEW_SAMPLES = RATE / 1000;
  private final AtomicInteger spoken = new AtomicInteger();
  private final String identity;
  private final List<String> voices;
  private int millis;

  /**
   * @param identity stands for model and settings
   * @param voices that there are
   */
  public FakeSynthesizer(String identity, String... voices) {
    this.identity = identity;
    this.voices = List.of(voices);
  }

  /**
   * This one, from now on with a sentence in so much time.
   *
   * @param newMillis negative for very short tones, so that a long book takes little time
   */
  public FakeSynthesizer taking(int newMillis) {
    millis = newMillis;
    return this;
  }

  /** How many sentences were spoken. */
  public int spoken() {
    return spoken.get();
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public String fingerprint(String voice) throws NarrationException {
    if (!voices.contains(voice)) {
      throw new NarrationException(Reason.BAD_CAST, "there is no voice called " + voice);
    }
    return "clips of " + voice;
  }

  @Override
  public SpokenSentence speak(Sentence sentence, long seed, Cancellation cancellation) {
    spoken.incrementAndGet();
    pause();
    int perPhoneme = millis < 0 ? FEW_SAMPLES : SAMPLES_PER_PHONEME;
    float[] samples = new float[sentence.phonemeCount() * perPhoneme];
    List<SpokenWord> words = new ArrayList<>();
    int at = 0;
    for (var word : sentence.words()) {
      int end = at + word.phonemes().size() * perPhoneme;
      double hertz = 110 + 40 * voices.indexOf(word.controls().voice()) + seed % 7;
      for (int t = at; t < end; t++) {
        samples[t] = (float) (0.1 * StrictMath.sin(2 * Math.PI * hertz * t / RATE));
      }
      boolean doubtful = word.spoken().equals("garbled");
      Clarity clarity = new Clarity(doubtful ? -5 : -0.2, doubtful);
      words.add(
          new SpokenWord(
              word.spoken(), word.source(), (double) at / RATE, (double) end / RATE, clarity));
      at = end;
    }
    return new SpokenSentence(
        sentence, new Audio(samples, RATE), words, SPACING, List.of(), SpeechCost.NOTHING);
  }

  private void pause() {
    try {
      Thread.sleep(Math.max(0, millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
