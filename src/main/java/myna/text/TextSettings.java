package myna.text;

import java.util.Locale;

/**
 * How texts are read.
 *
 * @param locale English of the United States or of Great Britain; any other English counts as the
 *     former
 * @param learned asked for the pronunciation of words that no lexicon holds; may answer with
 *     nothing
 */
public record TextSettings(Locale locale, GraphemeToPhoneme learned) {
  /** American English without a learned model. */
  public static final TextSettings DEFAULT =
      new TextSettings(Locale.US, word -> java.util.List.of());

  /** These settings with another locale. */
  public TextSettings withLocale(Locale newLocale) {
    return new TextSettings(newLocale, learned);
  }

  /** These settings with a learned model. */
  public TextSettings withLearned(GraphemeToPhoneme model) {
    return new TextSettings(locale, model);
  }
}
