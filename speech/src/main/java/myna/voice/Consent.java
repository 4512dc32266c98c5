package myna.voice;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a voice may be used: as its user declared, and where it was asked for, as the voice itself
 * said.
 *
 * @param kind whose voice it is
 * @param date of the declaration
 * @param spoken what the voice said; empty where consent is only declared
 */
public record Consent(Kind kind, LocalDate date, Optional<Spoken> spoken) {
  /** Whose voice it is. */
  public enum Kind {
    /** The user's own. */
    MINE,
    /** Somebody else's, who permitted it. */
    PERMISSION
  }

  /** Checks for nulls. */
  public Consent {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(spoken, "spoken");
  }

  /** Consent that is declared. */
  public Consent(Kind kind, LocalDate date) {
    this(kind, date, Optional.empty());
  }

  /**
   * Consent that was heard: a sentence that was asked for, in the voice of the clips that the voice
   * had then.
   *
   * @param sentence that was said
   * @param date when it was heard
   * @param words score of the drawn words, 0 at best
   * @param likeness cosine between the speaker embeddings of the sentence and the clips
   */
  public record Spoken(String sentence, LocalDate date, double words, double likeness) {
    private static final int LONGEST_SENTENCE = 500;

    /**
     * Checks what may come from a stranger.
     *
     * @throws IllegalArgumentException saying what cannot be
     */
    public Spoken {
      Objects.requireNonNull(date, "date");
      require(
          !sentence.isBlank()
              && sentence.length() <= LONGEST_SENTENCE
              && sentence.chars().noneMatch(Character::isISOControl),
          "a sentence of consent has 1 to " + LONGEST_SENTENCE + " printable characters");
      require(Double.isFinite(words) && words <= 0, "no words are heard like that");
      require(likeness >= -1 && likeness <= 1, "no voices are alike like that");
    }

    private static void require(boolean condition, String message) {
      if (!condition) {
        throw new IllegalArgumentException(message);
      }
    }
  }

  /** The same declaration, and what the voice said. */
  public Consent saying(Spoken heard) {
    return new Consent(kind, date, Optional.of(heard));
  }

  /** The declaration alone. */
  public Consent declared() {
    return new Consent(kind, date);
  }
}
