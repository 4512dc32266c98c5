package myna.text.en.normal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words as somebody brings them out: stammered (W-w-what, N-no), drawn out (Noooo, sooo), clipped
 * (th' mat, cup o' tea, an' so). Said as the plain word.
 */
final class Stammers implements SemioticClass {
  private static final Pattern STAMMER =
      Forms.compile(
          "((\\p{L}{1,3})(?:-|-? ?\\.{3} ?|…"
              + " ?|[—–])(?=\\p{L}))((?:\\p{L}{1,3}(?:[-—–]|\\.{3}|…)){0,6})(\\p{L}+(?:'\\p{L}{1,3})?)(?![\\p{N}@-])");
  private static final Pattern DRAWN =
      Forms.compile("\\p{L}*?(\\p{L})\\1\\1\\p{L}*(?![\\p{L}\\p{N}'])");
  private static final Pattern RUN = Forms.compile("(?i)(\\p{L})\\1{2,}");
  private static final Pattern CLIPPED =
      Forms.ignoringCase("(th|o|an|wi|i|fo|ol|t)'(?=[ -](?-i:\\p{Ll}))");
  private static final Pattern AND_SO_ON = Forms.compile("&c\\b\\.?(?! ?\\p{N})");
  private static final Pattern NUMERAL = Forms.compile("[IVXLCDM]+");

  /** Drawn out more often than the more frequent word with one letter: boo and bo. */
  private static final Set<String> DOUBLE =
      Set.of("boo", "moo", "ooh", "too", "shoo", "woo", "whee");

  private static final String VOWELS = "aeiouyAEIOUY";

  /** Compounds that look like a stammer. */
  private static final Set<String> COMPOUNDS =
      Set.of(
          "t-test",
          "t-tests",
          "t-tail",
          "t-tails",
          "t-tailed",
          "t-top",
          "t-tops",
          "s-shaped",
          "s-shape",
          "d-day",
          "c-clamp",
          "c-clamps",
          "c-class",
          "c-curve",
          "s-series",
          "s-class",
          "s-substance",
          "e-edition",
          "e-enterprise",
          "p-process",
          "v-v",
          "v-valley",
          "x-xylene",
          "t-type",
          "b-ball",
          "g-group",
          "o-o",
          "b-boy",
          "b-boys",
          "t-tubule",
          "f-factor",
          "r-rated",
          "u-u");

  private static final Map<String, String> WHOLE =
      Map.of(
          "th", "the", "o", "of", "an", "and", "wi", "with", "i", "in", "fo", "for", "ol", "old",
          "t", "to");

  private final Vocabulary vocabulary;

  Stammers(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public boolean startsWith(char first) {
    return first == '&' || Character.isLetter(first);
  }

  @Override
  public Reading read(Cursor cursor) {
    if (cursor.at(0) == '&') {
      Matcher more = cursor.match(AND_SO_ON);
      return more == null ? null : Reading.of(more.end(), "et cetera");
    }
    if ("-'@#./_".indexOf(cursor.at(-1)) >= 0 || Character.isLetterOrDigit(cursor.at(-1))) {
      return null;
    }
    char next = secondMark(cursor);
    if ("-.…—–".indexOf(next) >= 0) {
      Reading stammer = readStammer(cursor);
      if (stammer != null) {
        return stammer;
      }
    }
    Reading clipped = next == '\'' ? readClipped(cursor) : null;
    return clipped == null ? readDrawn(cursor) : clipped;
  }

  /** The first character behind the letters at the cursor, if they are three at most. */
  private static char secondMark(Cursor cursor) {
    int at = 1;
    while (at < 4 && Character.isLetter(cursor.at(at))) {
      at++;
    }
    return cursor.at(at);
  }

  private Reading readStammer(Cursor cursor) {
    Matcher form = cursor.match(STAMMER);
    if (form == null) {
      return null;
    }
    String word = form.group(4);
    String first = form.group(2);
    boolean dots = form.group(1).indexOf('-') < 0;
    if (isSpeaker(word)
        || !begins(first, word)
        || (dots && first.length() > 1)
        || COMPOUNDS.contains(lower(form.group()))) {
      return null;
    }
    for (String piece : form.group(3).split("[-.…—–]+", 0)) {
      if (!piece.isEmpty() && !begins(piece, word)) {
        return null;
      }
    }
    boolean repeated = !form.group(3).isEmpty();
    if (!repeated && !isOnce(first, word)) {
      return null;
    }
    return Reading.of(form.end(), withCaseOf(first, drawnIn(word)));
  }

  private static boolean begins(String piece, String word) {
    return piece.length() <= word.length()
        && lower(word).startsWith(lower(piece))
        && (piece.length() < word.length() || piece.length() == 1);
  }

  /** Whether one piece alone is a stammer: its letters make no syllable of their own. */
  private static boolean isOnce(String piece, String word) {
    boolean vowel = piece.chars().anyMatch(c -> VOWELS.indexOf(c) >= 0);
    if (piece.length() > 1) {
      return !vowel && piece.length() < word.length();
    }
    return word.length() > 1
        && !lower(piece).equals("e")
        && !word.equals(word.toUpperCase(Locale.ROOT));
  }

  /** "I-I" says itself. */
  private static boolean isSpeaker(String word) {
    return word.equals("I") || word.startsWith("I'");
  }

  private static String withCaseOf(String piece, String word) {
    boolean capital = Character.isUpperCase(piece.charAt(0));
    return capital ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
  }

  private static Reading readClipped(Cursor cursor) {
    Matcher form = cursor.match(CLIPPED);
    if (form == null) {
      return null;
    }
    String word = WHOLE.get(lower(form.group(1)));
    return Reading.of(form.end(), withCaseOf(form.group(1), word));
  }

  private Reading readDrawn(Cursor cursor) {
    int run = 1;
    int at = 1;
    while (run < 3 && Character.isLetter(cursor.at(at))) {
      run =
          Character.toLowerCase(cursor.at(at)) == Character.toLowerCase(cursor.at(at - 1))
              ? run + 1
              : 1;
      at++;
    }
    Matcher form = run < 3 ? null : cursor.match(DRAWN);
    if (form == null) {
      return null;
    }
    String word = drawnIn(form.group());
    return word.equals(form.group()) ? null : Reading.of(form.end(), word);
  }

  /** The listed word that was drawn out, or the word itself. */
  private String drawnIn(String drawn) {
    if (!RUN.matcher(drawn).find()
        || lower(drawn).chars().distinct().count() < 2
        || NUMERAL.matcher(drawn).matches()) {
      return drawn;
    }
    String once = RUN.matcher(drawn).replaceAll("$1");
    String twice = RUN.matcher(drawn).replaceAll("$1$1");
    int one = vocabulary.frequencyClass(lower(once));
    int two = vocabulary.frequencyClass(lower(twice));
    if (one <= 0 && two <= 0) {
      return drawn;
    }
    String word = one >= two && !DOUBLE.contains(lower(twice)) ? once : twice;
    boolean shouted = drawn.equals(drawn.toUpperCase(Locale.ROOT));
    return shouted ? word : word.charAt(0) + lower(word.substring(1));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
