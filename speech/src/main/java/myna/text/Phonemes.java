package myna.text;

import java.util.List;
import java.util.Set;

/**
 * The phonemes of the project: ARPABET, 24 consonants and 15 vowels, a vowel always with a stress
 * digit.
 */
public final class Phonemes {
  private static final Set<String> VOWELS =
      Set.of(
          "AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW");
  private static final Set<String> CONSONANTS =
      Set.of(
          "B", "CH", "D", "DH", "F", "G", "HH", "JH", "K", "L", "M", "N", "NG", "P", "R", "S", "SH",
          "T", "TH", "V", "W", "Y", "Z", "ZH");

  private Phonemes() {}

  /** Whether this is a vowel's name without its digit. */
  public static boolean isVowel(String bare) {
    return VOWELS.contains(bare);
  }

  /**
   * Reads phonemes written with spaces between.
   *
   * @throws IllegalArgumentException with one sentence that says what is wrong
   */
  public static List<String> parse(String text) {
    List<String> phonemes = List.of(text.strip().split("\\s+", -1));
    for (String phoneme : phonemes) {
      check(phoneme);
    }
    return phonemes;
  }

  private static void check(String phoneme) {
    if (phoneme.isEmpty()) {
      throw new IllegalArgumentException("there are no phonemes");
    }
    int last = phoneme.length() - 1;
    boolean digit = phoneme.charAt(last) >= '0' && phoneme.charAt(last) <= '2';
    if (CONSONANTS.contains(phoneme) || (digit && VOWELS.contains(phoneme.substring(0, last)))) {
      return;
    }
    if (VOWELS.contains(phoneme)) {
      throw new IllegalArgumentException(
          "the vowel " + phoneme + " lacks its stress: " + phoneme + "0, 1 or 2");
    }
    throw new IllegalArgumentException("\"" + phoneme + "\" is no ARPABET phoneme");
  }
}
