package myna.engine;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import myna.voice.Consent;
import myna.voice.ConsentSentence;
import myna.watermark.Detection;

/**
 * What a recording says of the consent to use a voice. The limits were found on recorded readers,
 * see docs/measurements.md, "Consent".
 *
 * @param words score of the drawn words, 0 at best
 * @param share of all words of the sentence that were heard, in [0, 1]
 * @param likeness cosine between the speaker embeddings of the recording and of the voice's clips;
 *     empty where the pack cannot tell
 * @param leastLikeness below which somebody else spoke
 * @param watermark what there is of the watermark of synthetic speech
 */
public record HeardConsent(
    double words,
    double share,
    OptionalDouble likeness,
    double leastLikeness,
    Detection watermark) {
  /** Below, other words were said. */
  static final double LEAST_WORDS = -4;

  /** Below, another sentence was said. */
  static final double LEAST_SHARE = 0.6;

  /** Why a recording is no consent. */
  public enum Refusal {
    /** It is synthetic, or may be. */
    SYNTHETIC,
    /** The sentence is not said in it. */
    OTHER_WORDS,
    /** Somebody else said it. */
    OTHER_VOICE,
    /** The pack cannot tell voices apart. */
    NO_SPEAKER_NETWORK
  }

  /** Why it is no consent; empty where it is. */
  public Optional<Refusal> refusal() {
    if (watermark.verdict() != Detection.Verdict.UNMARKED) {
      return Optional.of(Refusal.SYNTHETIC);
    }
    if (share < LEAST_SHARE || words < LEAST_WORDS) {
      return Optional.of(Refusal.OTHER_WORDS);
    }
    if (likeness.isEmpty()) {
      return Optional.of(Refusal.NO_SPEAKER_NETWORK);
    }
    return likeness.getAsDouble() < leastLikeness
        ? Optional.of(Refusal.OTHER_VOICE)
        : Optional.empty();
  }

  /**
   * What a voice's file says of it.
   *
   * @param date when it was heard
   * @throws IllegalStateException if it is no consent
   */
  public Consent.Spoken spoken(ConsentSentence asked, LocalDate date) {
    if (refusal().isPresent()) {
      throw new IllegalStateException("no consent: " + refusal().get());
    }
    return new Consent.Spoken(asked.text(), date, rounded(words), rounded(likeness.getAsDouble()));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
