package myna.text;

import java.util.List;
import java.util.Locale;

/**
 * How texts are read.
 *
 * @param locale English of the United States or of Great Britain; any other English counts as the
 *     former
 * @param learned asked for the pronunciation of words that no lexicon holds; may answer with
 *     nothing
 * @param lexicons of the project and of the user; where two disagree, the earlier one counts
 */
public record TextSettings(Locale locale, GraphemeToPhoneme learned, List<UserLexicon> lexicons) {
  /** American English without a learned model or lexicons of one's own. */
  public static final TextSettings DEFAULT =
      new TextSettings(Locale.US, word -> List.of(), List.of());

  public TextSettings {
    lexicons = List.copyOf(lexicons);
  }

  /** These settings with another locale. */
  public TextSettings withLocale(Locale newLocale) {
    return new TextSettings(newLocale, learned, lexicons);
  }

  /** These settings with a learned model. */
  public TextSettings withLearned(GraphemeToPhoneme model) {
    return new TextSettings(locale, model, lexicons);
  }

  /** These settings with other lexicons. */
  public TextSettings withLexicons(List<UserLexicon> newLexicons) {
    return new TextSettings(locale, learned, newLexicons);
  }
}
