package myna.text.en.normal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import myna.text.UserLexicon;
import myna.text.en.pronounce.Inflection;

/** Words and phrases of users' lexicons; they come before every other class. */
final class UserWords implements SemioticClass {
  private final Map<Character, List<UserLexicon.Entry>> byFirst = new HashMap<>(); // longest first

  /** Of two entries for the same words that of the earlier lexicon counts. */
  UserWords(List<UserLexicon> lexicons) {
    for (UserLexicon lexicon : lexicons) {
      for (UserLexicon.Entry entry : lexicon.entries()) {
        byFirst
            .computeIfAbsent(fold(entry.written().charAt(0)), key -> new ArrayList<>())
            .add(entry);
      }
    }
    for (List<UserLexicon.Entry> entries : byFirst.values()) {
      entries.sort((a, b) -> b.written().length() - a.written().length());
    }
  }

  private static char fold(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  @Override
  public boolean startsWith(char first) {
    return byFirst.containsKey(fold(first));
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) && Character.isLetterOrDigit(cursor.at(0))) {
      return null;
    }
    for (UserLexicon.Entry entry : byFirst.get(fold(cursor.at(0)))) {
      int end = cursor.position() + entry.written().length();
      if (end <= cursor.limit() && stands(cursor, entry.written(), end)) {
        return reading(cursor, entry, end);
      }
    }
    return null;
  }

  private static boolean stands(Cursor cursor, String written, int end) {
    boolean same =
        cursor.text().regionMatches(true, cursor.position(), written, 0, written.length());
    boolean wordEnd =
        !Character.isLetterOrDigit(cursor.charAt(end - 1))
            || !Character.isLetterOrDigit(cursor.charAt(end));
    return same && wordEnd;
  }

  private static Reading reading(Cursor cursor, UserLexicon.Entry entry, int end) {
    boolean possessive =
        cursor.charAt(end) == '\''
            && fold(cursor.charAt(end + 1)) == 's'
            && !Character.isLetterOrDigit(cursor.charAt(end + 2));
    String text = cursor.text().substring(cursor.position(), possessive ? end + 2 : end);
    if (entry.phonemes().isEmpty()) {
      return Reading.of(possessive ? end + 2 : end, entry.words() + (possessive ? "'s" : ""));
    }
    List<String> phonemes = new ArrayList<>(entry.phonemes());
    if (possessive) {
      phonemes.addAll(Inflection.plural(entry.phonemes().getLast()));
    }
    return new Reading(possessive ? end + 2 : end, List.of(Spoken.said(text, phonemes)));
  }
}
