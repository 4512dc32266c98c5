package myna.text.pronounce;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import myna.text.GraphemeToPhoneme;
import myna.text.normal.Facts;
import myna.text.normal.Spoken;

/**
 * Says how a single word is pronounced: lexicon, then forms derived from it, then the learned
 * model, then rules.
 *
 * <p>Letters of other scripts and accents are first turned into plain Latin ones. Safe for use by
 * several threads.
 */
public final class Pronouncer {
  /** How "the" is said before a vowel. */
  public static final List<String> THE_BEFORE_VOWEL = List.of("DH", "IY0");

  private static final int CACHED_WORDS = 50_000;
  private static final int LONGEST_UNKNOWN = 40; // letters; longer runs are no words and are cut

  /** Words of two letters that are words in capitals, too; all others are spelled then. */
  private static final Set<String> SHORT_WORDS =
      Set.of(
          "OK NO OH MY GO DO SO WE HE UP ON IF BE BY IN IS IT TO OF OR AN AS AT ME AH HI HA UH YO AM"
              .toLowerCase(Locale.ROOT)
              .split(" ", -1));

  private final Lexicon lexicon;
  private final Derivation derivation;
  private final LetterNames letterNames;
  private final Supplier<Map<String, List<String>>>
      variety; // words said otherwise than in the lexicon
  private final Supplier<Heteronyms> heteronyms = new Once<>(Heteronyms::new);
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
    this.variety = new Once<>(() -> british ? british() : Map.of());
    this.learned = learned;
  }

  /** The phonemes of a word among its neighbours; empty if nothing in it can be said. */
  public List<String> phonemes(Spoken word, Context context) {
    if (!word.phonemes().isEmpty()) {
      return word.phonemes();
    }
    if (word.letters()) {
      return letterNames.spell(plain(word.text()));
    }
    List<String> chosen = context.isAlone() ? null : heteronyms.get().choose(context);
    if (chosen != null) {
      return chosen;
    }
    String text = word.text();
    return context.form() == Context.Form.CAPITALS ? acronym(text) : byParts(lower(text));
  }

  private static Map<String, List<String>> british() {
    Map<String, List<String>> words = new HashMap<>();
    for (String[] row : Facts.table("british.tsv", 2)) {
      words.put(row[0], Phonemes.parse(row[1]));
    }
    return words;
  }

  /** The phonemes of a word that stands alone. */
  public List<String> phonemes(Spoken word) {
    String text = word.text();
    Context.Form form = isCapitals(text) ? Context.Form.CAPITALS : Context.Form.SMALL;
    return phonemes(word, Context.alone(text.toLowerCase(Locale.ROOT), form));
  }

  /** Whether the first phoneme is a vowel. */
  public static boolean startsWithVowel(List<String> phonemes) {
    return Character.isDigit(phonemes.getFirst().charAt(phonemes.getFirst().length() - 1));
  }

  /** Whether a word of two or more letters is in capitals, but for the s of a plural. */
  public static boolean isCapitals(String text) {
    String base = withoutPlural(text);
    return base.length() > 1 && base.chars().allMatch(Character::isUpperCase);
  }

  private static String withoutPlural(String text) {
    if (text.endsWith("'s")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
  }

  private static String lower(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean quote = lower.endsWith("'") && lower.length() > 1;
    return quote && !lower.endsWith("s'") && !lower.endsWith("in'")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  /**
   * NASA is listed and read; FBI is listed as letters; unlisted short ones are spelled; long ones
   * are words.
   */
  private List<String> acronym(String text) {
    String base = withoutPlural(text);
    String lower = base.toLowerCase(Locale.ROOT);
    List<String> listed = base.length() > 2 || SHORT_WORDS.contains(lower) ? listed(lower) : null;
    List<String> phonemes = listed != null ? listed : unlistedAcronym(base, lower);
    if (base.length() == text.length() || phonemes.isEmpty()) {
      return phonemes;
    }
    List<String> plural = new ArrayList<>(phonemes);
    plural.addAll(Inflection.plural(phonemes.getLast()));
    return plural;
  }

  private List<String> unlistedAcronym(String base, String lower) {
    boolean looksLikeWord = base.length() >= 4 && isSpeakable(lower);
    return looksLikeWord ? byParts(lower) : letterNames.spell(plain(base));
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
    List<String> own = variety.get().get(lower);
    if (own != null) {
      return own;
    }
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
