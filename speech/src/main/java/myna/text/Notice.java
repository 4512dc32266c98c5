package myna.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something about a whole text that its reader should know before it is spoken.
 *
 * @param kind what sort
 * @param message one sentence for the user
 */
public record Notice(Kind kind, String message) {
  /** The sorts of notice. */
  public enum Kind {
    OTHER_LANGUAGE,
    BROKEN_ENCODING,
    UNKNOWN_WORDS
  }

  /**
   * That a text says of itself that it is in a language which is not spoken.
   *
   * @param declared BCP 47 tag, or "" where it says nothing
   * @param spoken BCP 47 tags of the languages that can be spoken
   */
  public static Optional<Notice> ofLanguage(String declared, List<String> spoken) {
    String language = Locale.forLanguageTag(declared).getLanguage();
    boolean fits =
        language.isEmpty()
            || spoken.isEmpty()
            || spoken.stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .anyMatch(language::equals);
    if (fits) {
      return Optional.empty();
    }
    String message =
        "the text is marked as %s; it is read as %s"
            .formatted(name(declared), name(spoken.getFirst()));
    return Optional.of(new Notice(Kind.OTHER_LANGUAGE, message));
  }

  private static String name(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
  }
}
