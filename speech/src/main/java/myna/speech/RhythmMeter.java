package myna.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import myna.speech.PhonemeLoop.Heard;

/**
 * Measures a voice's rhythm: the model's ear finds the phonemes and pauses of the reference, and
 * the lengths of the phonemes are compared with those that the model predicts for them in this
 * voice. What a short clip says is drawn towards the usual.
 */
final class RhythmMeter {
  /** Longer clips say no more than their start. */
  private static final double LONGEST_SECONDS = 20;

  /** Shorter silence is a closure within or between words. */
  private static final double LEAST_PAUSE_SECONDS = 0.128;

  /** Cost of another phoneme; without it, slow speech is heard as more phonemes. */
  private static final double CHANGE_COST = 1;

  /** Phonemes that the usual weighs as much as. */
  private static final double PACE_WEIGHT = 40;

  private static final double PHRASE_WEIGHT = 60;
  private static final double PAUSE_WEIGHT = 2;

  private final SpeechModel model;

  RhythmMeter(SpeechModel model) {
    this.model = model;
  }

  /**
   * The rhythm of a voice.
   *
   * @param samples [T] of the reference at the model's rate
   */
  Rhythm measure(float[] samples, VoiceFeatures voice) {
    List<Heard> heard = heard(samples);
    int phonemes = 0;
    int pauses = 0;
    double pauseFrames = 0;
    for (int i = 0; i < heard.size(); i++) {
      boolean silence = heard.get(i).symbol() == SymbolTable.SILENCE;
      phonemes += silence ? 0 : 1;
      if (silence && i > 0 && i < heard.size() - 1) {
        pauses++;
        pauseFrames += heard.get(i).frames();
      }
    }
    double seconds = pauseFrames * model.format().signal().frameSeconds();
    Rhythm usual = Rhythm.USUAL;
    double priorPhrases = PHRASE_WEIGHT / usual.phonemesPerPhrase();
    return new Rhythm(
        pace(heard, phonemes, voice),
        (phonemes / model.format().timing().heardShare() + PHRASE_WEIGHT)
            / (pauses + 1 + priorPhrases),
        (seconds + PAUSE_WEIGHT * usual.pauseSeconds()) / (pauses + PAUSE_WEIGHT));
  }

  private double pace(List<Heard> heard, int phonemes, VoiceFeatures voice) {
    int[] symbols = heard.stream().mapToInt(Heard::symbol).toArray();
    float[] logDurations = model.text(symbols, voice).logDurations();
    double spoken = 0;
    double predicted = 0;
    for (int i = 0; i < symbols.length; i++) {
      if (symbols[i] != SymbolTable.SILENCE) {
        spoken += heard.get(i).frames();
        predicted += Math.exp(logDurations[i]);
      }
    }
    if (phonemes == 0) {
      return 1;
    }
    double bias = model.format().timing().paceBias();
    double log = Math.log(spoken / predicted / bias) * phonemes / (phonemes + PACE_WEIGHT);
    return Math.clamp(Math.exp(log), Rhythm.FASTEST, Rhythm.SLOWEST);
  }

  /** Phonemes and pauses; shorter silence is counted to the phoneme before it. */
  private List<Heard> heard(float[] samples) {
    ModelFormat format = model.format();
    int hop = format.signal().hop();
    int longest = (int) (LONGEST_SECONDS / format.signal().frameSeconds());
    int frames = Math.min(longest, Math.ceilDiv(samples.length, hop));
    float[] posteriors = model.posteriors(Arrays.copyOf(samples, frames * hop));
    List<Heard> kept = new ArrayList<>();
    for (Heard next : new PhonemeLoop(format.symbols().size(), CHANGE_COST).decode(posteriors)) {
      boolean closure =
          next.symbol() == SymbolTable.SILENCE
              && next.frames() < format.signal().frames(LEAST_PAUSE_SECONDS)
              && !kept.isEmpty();
      if (closure) {
        Heard last = kept.removeLast();
        kept.add(new Heard(last.symbol(), last.frames() + next.frames()));
      } else {
        kept.add(next);
      }
    }
    return kept;
  }
}
