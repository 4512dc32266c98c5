package myna.text.en.pronounce;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import myna.text.GraphemeToPhoneme;
import myna.text.Phonemes;
import myna.text.en.normal.Facts;

/**
 * Letter-to-sound by rule, for words that nothing else knows.
 *
 * <p>The rules of assets/text/letter-to-sound.txt give the sounds; the stress falls before endings
 * that draw it (-ic, -ity, -tion), else on the first of two and the last but two of more syllables.
 * The rules are read at the first word.
 */
public final class LetterToSound implements GraphemeToPhoneme {
  private static final String STRESS_BEFORE =
      ".*(?:ic|ics|ical|ity|ities|tion|tions|sion|sions|cian|cial|tial|ious|graphy|logy)";

  private final Supplier<Transliterator> rules = new Once<>(LetterToSound::load);

  private static Transliterator load() {
    String text =
        Facts.lines("letter-to-sound.txt").stream()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.joining("\n"));
    return Transliterator.createFromRules("Myna-LetterToSound", text, Transliterator.FORWARD);
  }

  @Override
  public List<String> phonemes(String word) {
    String sounds = rules.get().transliterate(word);
    List<String> bare = new ArrayList<>();
    for (String sound : sounds.split(" ", -1)) {
      if (!sound.isEmpty() && sound.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
        bare.add(sound);
      }
    }
    return stressed(word, bare);
  }

  private static List<String> stressed(String word, List<String> sounds) {
    int syllables = (int) sounds.stream().filter(Phonemes::isVowel).count();
    int stress = stressedSyllable(word, syllables);
    List<String> phonemes = new ArrayList<>(sounds.size());
    int syllable = 0;
    for (String sound : sounds) {
      phonemes.add(Phonemes.isVowel(sound) ? withStress(sound, syllable++ == stress) : sound);
    }
    return phonemes;
  }

  private static int stressedSyllable(String word, int syllables) {
    if (word.matches(STRESS_BEFORE)) {
      boolean two = word.matches(".*(?:ical|ity|ities|ious|graphy|logy)");
      return Math.max(0, syllables - (two ? 3 : 2));
    }
    return Math.max(0, syllables <= 2 ? 0 : syllables - 3);
  }

  private static String withStress(String vowel, boolean stressed) {
    if (stressed) {
      return vowel + "1";
    }
    return (vowel.equals("AE") ? "AH" : vowel) + "0";
  }
}
