package myna.narration.read;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cleans what files hold between and within their letters. */
final class Tidy {
  /** Soft hyphens, zero-width and direction marks, control characters but tab and line ends. */
  private static final Pattern UNSPOKEN =
      Pattern.compile(
          "[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\uFFFC"
              + "\\x00-\\x08\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F]");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\h]+");
  private static final Pattern ORNAMENT = Pattern.compile("[^\\p{L}\\p{N}]*");
  private static final Pattern SCENE_BREAK = Pattern.compile("[*•·⁂❦☙❧#~_=—–\\-+◊◆●○xX\\s]+");

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1\\d{3}|20\\d{2})(?!\\d)");

  private static final Pattern PADDED_NUMBER =
      Pattern.compile(
          "(?i)\\A((?:chapter|part|book|volume|canto|act|scene|section|letter|kapitel|chapitre)\\s+)?"
              + "0+(?=[1-9]\\d?(?:[.:)–—-](?!\\d)|\\s|\\z))");

  private Tidy() {}

  /** The text on one line, composed (NFC), with single spaces and nothing unspoken. */
  static String line(CharSequence text) {
    String visible = UNSPOKEN.matcher(text).replaceAll("");
    String spaced = SPACES.matcher(visible).replaceAll(" ").strip();
    return Normalizer.normalize(spaced, Normalizer.Form.NFC);
  }

  /** Whether the text holds neither letter nor digit. */
  static boolean isOrnament(String text) {
    return ORNAMENT.matcher(text).matches();
  }

  /** Whether a line of its own stands for a change of scene, such as "* * *". */
  static boolean isSceneBreak(String text) {
    return !text.isBlank() && isOrnament(text) && SCENE_BREAK.matcher(text).matches();
  }

  /** Whether a text ends where a sentence or clause may end. */
  static boolean endsWithPunctuation(CharSequence text) {
    int end = text.length();
    while (end > 0 && ")]}\"'”’»›_*".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".!?…:;,—–".indexOf(text.charAt(end - 1)) >= 0;
  }

  /** Whether a text ends a sentence. */
  static boolean endsSentence(CharSequence text) {
    int end = text.length();
    while (end > 0 && ")]}\"'”’»›_*".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".!?…:".indexOf(text.charAt(end - 1)) >= 0;
  }

  /** The first year in a text, or "". */
  static String year(String text) {
    Matcher year = YEAR.matcher(text);
    return year.find() ? year.group() : "";
  }

  /**
   * A heading's parts said one after the other: "Chapter 1" and "The Start" with a stop between.
   */
  static String joinHeadings(String first, String second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first + second;
    }
    return first + (endsWithPunctuation(first) ? " " : ". ") + second;
  }

  /** A heading whose number is filled up with zeros, such as "Chapter 01", without them. */
  static String unpadded(String heading) {
    return PADDED_NUMBER.matcher(heading).replaceFirst("$1");
  }
}
