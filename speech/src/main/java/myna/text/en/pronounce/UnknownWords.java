package myna.text.en.pronounce;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import myna.text.GraphemeToPhoneme;

/**
 * Words that are not listed: made plain Latin, derived from listed ones, asked of the learned
 * model, and at last said by rule.
 */
final class UnknownWords {
  private static final int CACHED_WORDS = 50_000;
  private static final int LONGEST = 40; // letters; longer runs are no words and are cut

  private static final Pattern DRAWN = Pattern.compile("([a-z])\\1+");
  private static final Map<String, String> CONSONANTS =
      Map.ofEntries(
          Map.entry("b", "B"),
          Map.entry("c", "K"),
          Map.entry("d", "D"),
          Map.entry("f", "F"),
          Map.entry("g", "G"),
          Map.entry("h", "HH"),
          Map.entry("j", "JH"),
          Map.entry("k", "K"),
          Map.entry("l", "L"),
          Map.entry("m", "M"),
          Map.entry("n", "N"),
          Map.entry("p", "P"),
          Map.entry("q", "K"),
          Map.entry("r", "ER0"),
          Map.entry("s", "S"),
          Map.entry("t", "T"),
          Map.entry("v", "V"),
          Map.entry("w", "W"),
          Map.entry("x", "K S"),
          Map.entry("z", "Z"));

  private final WordList lexicon;
  private final LetterNames letterNames;
  private final Derivation derivation;
  private final GraphemeToPhoneme learned;
  private final GraphemeToPhoneme rules = new LetterToSound();
  private final Supplier<Transliterator> romanizer =
      new Once<>(() -> Transliterator.getInstance("Any-Latin; Latin-ASCII"));
  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  UnknownWords(WordList lexicon, LetterNames letterNames, GraphemeToPhoneme learned) {
    this.lexicon = lexicon;
    this.letterNames = letterNames;
    this.learned = learned;
    derivation = new Derivation(lexicon);
  }

  UnknownWords withLearned(GraphemeToPhoneme other) {
    return new UnknownWords(lexicon, letterNames, other);
  }

  /** The phonemes of a word in lower case; empty if nothing in it can be said. */
  List<String> phonemes(String lower) {
    List<String> phonemes = known.get(lower);
    if (phonemes == null) {
      phonemes = List.copyOf(guess(lower));
      if (known.size() < CACHED_WORDS) {
        known.put(lower, phonemes);
      }
    }
    return phonemes;
  }

  /** Whether a word in lower case is another form of a listed one. */
  boolean isDerived(String lower) {
    String word = plain(lower);
    return lexicon.lookup(word) != null || derivation.sure(word) != null;
  }

  private List<String> guess(String lower) {
    String word = plain(lower);
    Lexicon.Entry listed = word.equals(lower) ? null : lexicon.lookup(word);
    if (listed != null) {
      return listed.primary();
    }
    if (word.length() > LONGEST) {
      word = word.substring(0, LONGEST);
    }
    List<String> sure = derivation.sure(word);
    return sure == null ? soundOut(word) : sure;
  }

  private List<String> soundOut(String word) {
    String letters = word.replaceAll("[^a-z]", "");
    List<String> phonemes = isSpeakable(letters) ? learned.phonemes(letters) : List.of();
    if (phonemes.isEmpty()) {
      phonemes = derivation.derive(word);
    }
    if (phonemes != null) {
      return phonemes;
    }
    if (isSpeakable(letters)) {
      return rules.phonemes(letters);
    }
    return isSound(letters) ? consonants(letters) : letterNames.spell(letters);
  }

  /** Whether letters without a vowel are a sound somebody makes: one of them is drawn out. */
  private static boolean isSound(String letters) {
    return letters.length() > 2 && DRAWN.matcher(letters).find();
  }

  private static List<String> consonants(String letters) {
    List<String> sounds = new ArrayList<>();
    for (String letter : DRAWN.matcher(letters).replaceAll("$1").split("", -1)) {
      String sound = CONSONANTS.getOrDefault(letter, "");
      sounds.addAll(sound.isEmpty() ? List.of() : List.of(sound.split(" ")));
    }
    return sounds;
  }

  /** Whether there is a vowel to say it with. */
  static boolean isSpeakable(String lower) {
    return lower.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0) && lower.length() > 1;
  }

  /** The word in plain Latin letters, apostrophes and points. */
  String plain(String word) {
    if (isAscii(word)) {
      return word;
    }
    String bare = withoutAccents(word);
    return isAscii(bare)
        ? bare
        : romanizer.get().transliterate(word).replaceAll("[^\\x00-\\x7F]", "");
  }

  private static boolean isAscii(String word) {
    return word.chars().allMatch(c -> c < 0x80);
  }

  private static String withoutAccents(String word) {
    String parted = Normalizer2.getNFDInstance().normalize(word);
    StringBuilder bare = new StringBuilder(parted.length());
    for (int i = 0; i < parted.length(); i++) {
      char c = parted.charAt(i);
      switch (c) {
        case 'ß' -> bare.append("ss");
        case 'æ' -> bare.append("ae");
        case 'œ' -> bare.append("oe");
        case 'ø' -> bare.append('o');
        case 'ł' -> bare.append('l');
        case 'đ', 'ð' -> bare.append('d');
        case 'þ' -> bare.append("th");
        case 'ı' -> bare.append('i');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            bare.append(c);
          }
        }
      }
    }
    return bare.toString();
  }
}
