package myna.text;

import java.util.ArrayList;
import java.util.List;

/** The International Phonetic Alphabet, as far as English needs it, to the project's phonemes. */
public final class Ipa {
  /** Longest first where one begins another. */
  private static final String[][] SOUNDS = {
    {"tʃ", "CH"},
    {"t͡ʃ", "CH"},
    {"ʧ", "CH"},
    {"dʒ", "JH"},
    {"d͡ʒ", "JH"},
    {"ʤ", "JH"},
    {"aɪ", "AY"},
    {"aʊ", "AW"},
    {"ɔɪ", "OY"},
    {"eɪ", "EY"},
    {"oʊ", "OW"},
    {"əʊ", "OW"},
    {"ɜːr", "ER"},
    {"ɜr", "ER"},
    {"ɜː", "ER"},
    {"ər", "ER"},
    {"ɝ", "ER"},
    {"ɚ", "ER"},
    {"ɜ", "ER"},
    {"iː", "IY"},
    {"uː", "UW"},
    {"ɑː", "AA"},
    {"ɔː", "AO"},
    {"ɒ", "AA"},
    {"ɑ", "AA"},
    {"æ", "AE"},
    {"ʌ", "AH"},
    {"ə", "AH"},
    {"ɔ", "AO"},
    {"ɛ", "EH"},
    {"e", "EH"},
    {"ɪ", "IH"},
    {"i", "IY"},
    {"ʊ", "UH"},
    {"u", "UW"},
    {"o", "OW"},
    {"a", "AA"},
    {"ŋ", "NG"},
    {"ʃ", "SH"},
    {"ʒ", "ZH"},
    {"θ", "TH"},
    {"ð", "DH"},
    {"ɹ", "R"},
    {"r", "R"},
    {"j", "Y"},
    {"ɡ", "G"},
    {"g", "G"},
    {"b", "B"},
    {"d", "D"},
    {"f", "F"},
    {"h", "HH"},
    {"k", "K"},
    {"l", "L"},
    {"ɫ", "L"},
    {"m", "M"},
    {"n", "N"},
    {"p", "P"},
    {"s", "S"},
    {"t", "T"},
    {"v", "V"},
    {"w", "W"},
    {"z", "Z"},
    {"ɾ", "T"},
    {"x", "K"},
    {"y", "Y"}
  };

  /**
   * Length, ties, aspiration, syllabic and non-syllabic marks: English tells no words apart by
   * them.
   */
  private static final String IGNORED = ".ːˑ͡ ‿ʰ\u0329\u032F";

  private Ipa() {}

  /**
   * Reads IPA; without any stress mark the first vowel has the stress.
   *
   * @throws IllegalArgumentException with one sentence that says what is wrong
   */
  public static List<String> parse(String text) {
    List<String> phonemes = new ArrayList<>();
    char stress = text.indexOf('ˈ') < 0 ? '1' : '0';
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == 'ˈ' || c == 'ˌ') {
        stress = c == 'ˈ' ? '1' : '2';
        at++;
      } else if (IGNORED.indexOf(c) >= 0) {
        at++;
      } else {
        String[] sound = soundAt(text, at);
        boolean vowel = Phonemes.isVowel(sound[1]);
        phonemes.add(vowel ? sound[1] + stress : sound[1]);
        stress = vowel ? '0' : stress;
        at += sound[0].length();
      }
    }
    if (phonemes.isEmpty()) {
      throw new IllegalArgumentException("there are no phonemes");
    }
    return phonemes;
  }

  private static String[] soundAt(String text, int at) {
    for (String[] sound : SOUNDS) {
      if (text.startsWith(sound[0], at)) {
        return sound;
      }
    }
    throw new IllegalArgumentException("\"" + text.charAt(at) + "\" is no sound of English");
  }
}
