package myna.text.en.normal;

import java.util.Locale;
import java.util.Set;

/** Tells I, the speaker, from the numeral behind a word that numerals follow. */
final class Speaker {
  /** What follows a numeral as well, so that it says nothing. */
  private static final Set<String> BEHIND_NUMERALS =
      Set.of(
          "of", "and", "was", "is", "had", "has", "in", "to", "the", "by", "at", "died", "ruled",
          "reigned", "as", "or", "through", "for", "on", "with", "from", "see", "which", "that",
          "where", "until", "were", "are", "a", "an", "may", "below", "above");

  /** What only a speaker does, also behind a word with a capital: the Book I loved. */
  private static final Set<String> SPEAKERS =
      Set.of(
          ("loved love liked like read wrote write hated hate wanted want needed need know knew"
               + " think thought saw see am don't didn't can could can't couldn't will would"
               + " wouldn't won't should shouldn't never always really bought got found chose used"
               + " told made took gave remember remembered enjoyed learned learnt finished missed"
               + " played mentioned did do feel felt lost left hope wish believe guess suppose hear"
               + " heard said say met kept lent borrowed ordered skipped have haven't just still"
               + " also must might teach taught attended joined failed passed")
              .split(" "));

  private static final Set<String> DETERMINERS =
      Set.of(
          "the",
          "a",
          "an",
          "every",
          "each",
          "any",
          "that",
          "this",
          "which",
          "what",
          "first",
          "last",
          "only",
          "next",
          "best",
          "same",
          "whole",
          "my",
          "one",
          "favorite",
          "favourite",
          "another");

  private Speaker() {}

  /** Whether the I that ends at {@code end} speaks; {@code before} is the word before it. */
  static boolean isMeant(Cursor cursor, String before, int end) {
    String next = cursor.charAt(end) == ' ' ? cursor.wordAfter(end) : "";
    if (next.isEmpty() || !Character.isLowerCase(next.charAt(0))) {
      return false;
    }
    if (Character.isUpperCase(before.charAt(0))) {
      return SPEAKERS.contains(next);
    }
    String determiner = cursor.wordBefore(cursor.position() - before.length() - 1);
    return DETERMINERS.contains(determiner.toLowerCase(Locale.ROOT))
        ? !next.matches("and|or|of|is|to|in|through")
        : isFollowedByVerb(next);
  }

  /** Whether the word behind an I is none that follows a numeral. */
  static boolean isFollowedByVerb(String next) {
    return !next.isEmpty()
        && Character.isLowerCase(next.charAt(0))
        && !BEHIND_NUMERALS.contains(next);
  }
}
