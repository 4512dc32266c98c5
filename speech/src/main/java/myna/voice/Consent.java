package myna.voice;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Why a voice may be used, as its user declared.
 *
 * @param kind whose voice it is
 * @param date of the declaration
 */
public record Consent(Kind kind, LocalDate date) {
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
  }
}
