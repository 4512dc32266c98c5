package myna.text;

import java.util.List;

/**
 * The alphabets in which SSML, PLS lexicons and EPUBs write sounds, by the names they have there.
 */
public final class PhoneticAlphabet {
  /** X-SAMPA (Wells, 1995) and the IPA it stands for; longest first where one begins another. */
  private static final String[][] X_SAMPA = {
    {"r\\`", "ɹ"},
    {"r\\", "ɹ"},
    {"@`", "ɚ"},
    {"3`", "ɝ"},
    {"@", "ə"},
    {"3", "ɜ"},
    {"A", "ɑ"},
    {"{", "æ"},
    {"V", "ʌ"},
    {"O", "ɔ"},
    {"Q", "ɒ"},
    {"E", "ɛ"},
    {"I", "ɪ"},
    {"U", "ʊ"},
    {"N", "ŋ"},
    {"S", "ʃ"},
    {"Z", "ʒ"},
    {"T", "θ"},
    {"D", "ð"},
    {"4", "ɾ"},
    {"5", "ɫ"},
    {"\"", "ˈ"},
    {"%", "ˌ"},
    {":", "ː"},
    {"_h", ""},
    {"_", ""},
    {"-", ""},
    {"=", ""}
  };

  private PhoneticAlphabet() {}

  /**
   * Reads sounds of English.
   *
   * @param name ipa, x-sampa or x-arpabet, as files call it
   * @return ARPABET phonemes, see {@link Phonemes}
   * @throws IllegalArgumentException with one sentence that says what is wrong
   */
  public static List<String> parse(String name, String text) {
    return switch (name) {
      case "x-arpabet", "arpabet", "x-cmu" -> Phonemes.parse(text);
      case "ipa" -> Ipa.parse(text);
      case "x-sampa", "x-SAMPA", "sampa" -> Ipa.parse(ipa(text));
      default ->
          throw new IllegalArgumentException(
              "the alphabet \"" + name + "\" is not ipa, x-sampa or x-arpabet");
    };
  }

  private static String ipa(String sampa) {
    StringBuilder ipa = new StringBuilder();
    int at = 0;
    while (at < sampa.length()) {
      String[] sound = soundAt(sampa, at);
      ipa.append(sound[1]);
      at += sound[0].length();
    }
    return ipa.toString();
  }

  /** Most small letters are those of the IPA. */
  private static String[] soundAt(String sampa, int at) {
    for (String[] sound : X_SAMPA) {
      if (sampa.startsWith(sound[0], at)) {
        return sound;
      }
    }
    String same = sampa.substring(at, at + 1);
    return new String[] {same, same};
  }
}
