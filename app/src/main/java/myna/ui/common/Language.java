package myna.ui.common;

import java.util.Locale;

/** The languages the studio speaks to its user. */
public enum Language {
  /** What the operating system uses, or English where Myna does not know that language. */
  SYSTEM(null),
  ENGLISH(Locale.ENGLISH),
  GERMAN(Locale.GERMAN);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /**
   * The locale to use.
   *
   * @param system the operating system's
   */
  public Locale locale(Locale system) {
    if (locale != null) {
      return locale;
    }
    for (Language language : values()) {
      if (language.locale != null && language.locale.getLanguage().equals(system.getLanguage())) {
        return language.locale;
      }
    }
    return Locale.ENGLISH;
  }
}
