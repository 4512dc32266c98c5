package myna.text.pronounce;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import myna.text.GraphemeToPhoneme;
import myna.text.normal.Spoken;

/**
 * Says how a single word is pronounced: lexicon, then forms derived from it, then the learned
 * model, then rules.
 *
 * <p>Letters of other scripts and accents are first turned into plain Latin ones. Safe for use by
 * several threads.
 */
public final class Pronouncer {
  private static final int CACHED_WORDS = 50_000;
  private static final int LONGEST_UNKNOWN = 40; // letters; longer runs are no words and are cut

  private final Lexicon lexicon;
  private final Derivation derivation;
  private final LetterNames letterNames;
  private final GraphemeToPhoneme learned;
  private final GraphemeToPhoneme rules = new LetterToSound();
  private final Supplier<Transliterator> romanizer =
      new Once<>(() -> Transliterator.getInstance("Any-Latin; Latin-ASCII"));
  private final Map<String, List<String>> unknownWords = new ConcurrentHashMap<>();

  /**
   * A pronouncer.
   *
   * @param learned asked for words that are not listed and not derived; may answer with nothing
   */
  public Pronouncer(Lexicon lexicon, GraphemeToPhoneme learned, boolean british) {
    this.lexicon = lexicon;
    this.derivation = new Derivation(lexicon);
    this.letterNames = new LetterNames(british);
    this.learned = learned;
  }

  /** The phonemes of a word; empty if nothing in it can be said. */
  public List<String> phonemes(Spoken word) {
    if (word.letters()) {
      return letterNames.spell(plain(word.text()));
    }
    String text = word.text();
    if (isAcronym(text)) {
      return acronym(text);
    }
    return byParts(lower(text));
  }

  private static String lower(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.endsWith("'")
            && lower.length() > 1
            && !lower.endsWith("s'")
            && !lower.endsWith("in'")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  private static boolean isAcronym(String text) {
    int end = text.endsWith("s") ? text.length() - 1 : text.length();
    if (end < 2) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      if (!Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * NASA is listed and read; FBI and unlisted short ones are spelled; long ones are words in
   * capitals.
   */
  private List<String> acronym(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> listed = listed(lower);
    if (listed != null) {
      return listed;
    }
    boolean looksLikeWord = text.length() >= 4 && isSpeakable(lower);
    return looksLikeWord ? byParts(lower) : letterNames.spell(plain(text));
  }

  /** A hyphenated word is said part by part unless it is listed whole. */
  private List<String> byParts(String lower) {
    List<String> whole = listed(lower);
    if (whole != null || lower.indexOf('-') < 0) {
      return whole == null ? unlisted(lower) : whole;
    }
    List<String> phonemes = new ArrayList<>();
    for (String part : lower.split("-", -1)) {
      if (!part.isEmpty()) {
        List<String> listed = listed(part);
        phonemes.addAll(listed == null ? unlisted(part) : listed);
      }
    }
    return phonemes;
  }

  private List<String> listed(String lower) {
    Lexicon.Entry entry = lexicon.lookup(lower);
    return entry == null ? null : entry.primary();
  }

  private List<String> unlisted(String lower) {
    List<String> known = unknownWords.get(lower);
    if (known == null) {
      known = List.copyOf(guess(lower));
      if (unknownWords.size() < CACHED_WORDS) {
        unknownWords.put(lower, known);
      }
    }
    return known;
  }

  private List<String> guess(String lower) {
    String word = plain(lower);
    if (!word.equals(lower)) {
      List<String> listed = listed(word);
      if (listed != null) {
        return listed;
      }
    }
    if (word.length() > LONGEST_UNKNOWN) {
      word = word.substring(0, LONGEST_UNKNOWN);
    }
    List<String> derived = derivation.derive(word);
    if (derived != null) {
      return derived;
    }
    String letters = word.replaceAll("[^a-z]", "");
    if (letters.isEmpty()) {
      return List.of();
    }
    if (!isSpeakable(letters)) {
      return letterNames.spell(letters);
    }
    List<String> phonemes = learned.phonemes(letters);
    return phonemes.isEmpty() ? rules.phonemes(letters) : phonemes;
  }

  /** Whether there is a vowel to say it with. */
  private static boolean isSpeakable(String lower) {
    return lower.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0) && lower.length() > 1;
  }

  /** The word in plain Latin letters, apostrophes and points. */
  private String plain(String word) {
    if (word.chars().allMatch(c -> c < 0x80)) {
      return word;
    }
    String bare = withoutAccents(word);
    return bare.chars().allMatch(c -> c < 0x80)
        ? bare
        : romanizer.get().transliterate(word).replaceAll("[^\\x00-\\x7F]", "");
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
