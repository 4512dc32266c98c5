package myna.text.en.normal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a number follows an abbreviation as part of it: "No. 5", "vol. II", "see sec. 12". Some
 * of these are words as well, and then a new sentence may follow: "He said no. I left.", "Just a
 * sec. 5 minutes later ...".
 */
final class Citations {
  private static final Pattern NUMBER =
      Forms.compile(
          "\\.? ?(?:[#(]?\\d[\\d,.]{0,12}|\\(?([IVXLC]{1,8}|[ivxl]{2,6})(?![\\p{L}\\p{N}'’]))");
  private static final Pattern SAFE = Forms.compile("[ivxl]{2,6}|I{2,3}|IV|VI{1,3}|IX|X[IVX]+");

  /** What is counted right after the number, so that the number opens a sentence. */
  private static final Pattern COUNTED =
      Forms.compile(
          "(?: \\p{Ll}+)?"
              + " (?:people|minutes|hours|seconds|days|weeks|months|years|times|men|women|children|dollars|miles|others|more)\\b");

  /** Words after which a word of one's own is cited: see fig. 3, under art. 5. */
  private static final Set<String> CITING =
      Set.of(
          "",
          "see",
          "cf",
          "under",
          "in",
          "of",
          "per",
          "and",
          "or",
          "with",
          "from",
          "by",
          "to",
          "than",
          "also",
          "viz",
          "compare",
          "pursuant",
          "violates",
          "following",
          "between");

  /** Words after which no is the answer. */
  private static final Set<String> ANSWERED =
      Set.of(
          "said",
          "say",
          "says",
          "saying",
          "answered",
          "answer",
          "answers",
          "replied",
          "a",
          "yes",
          "or",
          "oh",
          "well",
          "just",
          "means",
          "meant",
          "simply",
          "was",
          "is",
          "me",
          "him",
          "her",
          "them",
          "us",
          "think",
          "thought",
          "hell",
          "then",
          "god",
          "thundered",
          "whispered",
          "course");

  private static final Set<String> BE = Set.of("is", "was", "are", "were", "a");

  /** A number that nothing counted follows: he was no. 1. */
  private static final Pattern ALONE =
      Forms.compile(
          "\\. ?\\d{1,4}(?:[.,;:!?)\"]|\\s*$| (?:in|on|of|for|at|and|with|when|until|again)\\b)");

  private Citations() {}

  /** Whether a number stands behind the abbreviation that ends at {@code end}. */
  static boolean isNumbered(Cursor cursor, int end) {
    Matcher number = cursor.matchAt(NUMBER, end);
    if (number == null) {
      return false;
    }
    String numeral = number.group(1);
    return numeral == null || !numeral.equals("I") || !isSpeaker(cursor, number.end());
  }

  private static boolean isSpeaker(Cursor cursor, int end) {
    return cursor.charAt(end) == ' ' && Speaker.isFollowedByVerb(cursor.wordAfter(end));
  }

  /** Whether that number belongs to an abbreviation that is a word as well: sec, art, min. */
  static boolean isCited(Cursor cursor, int end) {
    if (!isSurelyNumbered(cursor, end)) {
      return false;
    }
    return Character.isUpperCase(cursor.at(0)) || CITING.contains(cursor.lowerWordBefore());
  }

  /** Whether "no" is a number's rather than an answer. */
  static boolean isNumber(Cursor cursor, int end) {
    if (!isSurelyNumbered(cursor, end)) {
      return false;
    }
    String before = cursor.lowerWordBefore();
    boolean rank = BE.contains(before) && cursor.matchAt(ALONE, end) != null;
    return rank || Character.isUpperCase(cursor.at(0)) || !ANSWERED.contains(before);
  }

  /** A number in figures or a numeral that is hardly anything else, and nothing counted by it. */
  private static boolean isSurelyNumbered(Cursor cursor, int end) {
    Matcher number = cursor.matchAt(NUMBER, end);
    if (number == null || cursor.matchAt(COUNTED, number.end()) != null) {
      return false;
    }
    return number.group(1) == null || SAFE.matcher(number.group(1)).matches();
  }
}
