package myna.text.en.pronounce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import myna.text.GraphemeToPhoneme;
import myna.text.Phonemes;
import myna.text.en.normal.Facts;
import myna.text.en.normal.Spoken;

/**
 * Says how a word is pronounced: as the text or a user says, then by its neighbours, then as
 * listed, then as an unknown word.
 *
 * <p>Safe for use by several threads.
 */
public final class Pronouncer {
  /** How "the" is said before a vowel. */
  public static final List<String> THE_BEFORE_VOWEL = List.of("DH", "IY0");

  /** Words of two letters that are words in capitals, too; all others are spelled then. */
  private static final Set<String> SHORT_WORDS =
      Set.of(
          "ok no oh my go do so we he up on if be by in is it to of or an as at me ah hi ha uh yo am"
              .split(" ", -1));

  /** Frequency class from which a word of three capitals is a stressed word. */
  private static final int COMMON = 45;

  /** Four letters that are read rather than spelled though no lexicon lists them: MYNA, YOLO. */
  private static final Pattern SYLLABLES =
      Pattern.compile("[b-df-hj-np-tv-z][aeiouy][b-df-hj-np-tv-z][aeiouylmnrst]");

  private final Lexicon lexicon;
  private final LetterNames letterNames;
  private final Supplier<Map<String, List<String>>> variety; // words said otherwise than listed
  private final Supplier<British> british; // gives null for other varieties
  private final Supplier<Map<String, List<String>>> acronyms;
  private final Supplier<Heteronyms> heteronyms;
  private final UnknownWords unknown;

  /**
   * A pronouncer.
   *
   * @param learned asked for words that are not listed and not derived; may answer with nothing
   */
  public Pronouncer(Lexicon lexicon, GraphemeToPhoneme learned, boolean british) {
    this.lexicon = lexicon;
    letterNames = new LetterNames(british);
    variety = new Once<>(() -> british ? british() : Map.of());
    this.british = new Once<>(() -> british ? new British() : null);
    acronyms = new Once<>(this::acronyms);
    heteronyms = new Once<>(Heteronyms::new);
    unknown = new UnknownWords(lexicon, letterNames, learned);
  }

  private Pronouncer(Pronouncer other, GraphemeToPhoneme learned) {
    lexicon = other.lexicon;
    letterNames = other.letterNames;
    variety = other.variety;
    british = other.british;
    acronyms = other.acronyms;
    heteronyms = other.heteronyms;
    unknown = other.unknown.withLearned(learned);
  }

  /** This pronouncer with another source of pronunciations for unknown words. */
  public Pronouncer withLearned(GraphemeToPhoneme learned) {
    return new Pronouncer(this, learned);
  }

  private static Map<String, List<String>> british() {
    Map<String, List<String>> words = new HashMap<>();
    for (String[] row : Facts.table("british.tsv", 2)) {
      words.put(row[0], Phonemes.parse(row[1]));
    }
    return words;
  }

  /** The phonemes of a word among its neighbours; empty if nothing in it can be said. */
  public List<String> phonemes(Spoken word, Context context) {
    if (!word.phonemes().isEmpty()) {
      return word.phonemes();
    }
    List<String> american = american(word, context);
    British here = british.get();
    return here == null || american.isEmpty() ? american : here.of(word.text(), american);
  }

  private List<String> american(Spoken word, Context context) {
    if (word.letters()) {
      return letterNames.spell(unknown.plain(word.text()));
    }
    List<String> chosen = context.isAlone() ? null : heteronyms.get().choose(context);
    if (chosen != null) {
      return chosen;
    }
    String text = word.text();
    return context.form() == Context.Form.CAPITALS ? acronym(text) : byParts(lower(text));
  }

  /** The sounds of a word as they are before the next one, which may start with a vowel. */
  public List<String> joined(List<String> phonemes, boolean beforeVowel) {
    return british.get() == null ? phonemes : British.joined(phonemes, beforeVowel);
  }

  /** Whether a word is listed, said by somebody, spelled, or another form of a listed one. */
  public boolean knows(Spoken word) {
    String text = word.text();
    if (!word.phonemes().isEmpty() || word.letters() || isCapitals(text)) {
      return true;
    }
    for (String part : lower(text).split("-", -1)) {
      boolean listed = part.length() < 2 || listed(part) != null || heteronyms.get().contains(part);
      if (!listed && !unknown.isDerived(part)) {
        return listed(lower(text)) != null;
      }
    }
    return true;
  }

  /** Whether the first phoneme is a vowel. */
  public static boolean startsWithVowel(List<String> phonemes) {
    String first = phonemes.getFirst();
    return Character.isDigit(first.charAt(first.length() - 1));
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

  /** NASA is listed and read; FBI is listed as letters; unlisted short ones are spelled. */
  private List<String> acronym(String text) {
    String base = withoutPlural(text);
    String lower = base.toLowerCase(Locale.ROOT);
    List<String> phonemes = acronyms.get().get(base);
    if (phonemes == null) {
      phonemes =
          isReadAsWord(base, lower) ? byParts(lower) : letterNames.spell(unknown.plain(base));
    }
    if (base.length() == text.length() || phonemes.isEmpty()) {
      return phonemes;
    }
    List<String> plural = new ArrayList<>(phonemes);
    plural.addAll(Inflection.plural(phonemes.getLast()));
    return plural;
  }

  /**
   * Whether capitals that no table holds are a word that is stressed: all listed words but short
   * rare ones, and what looks like a word by its vowels.
   */
  private boolean isReadAsWord(String base, String lower) {
    if (base.length() <= 2) {
      return SHORT_WORDS.contains(lower);
    }
    int frequency = lexicon.frequencyClass(lower);
    if (frequency >= 0) {
      return base.length() > 3 || frequency >= COMMON;
    }
    return base.length() == 4
        ? SYLLABLES.matcher(lower).matches()
        : base.length() > 4 && UnknownWords.isSpeakable(lower);
  }

  private Map<String, List<String>> acronyms() {
    Map<String, List<String>> words = new HashMap<>();
    for (String[] row : Facts.table("acronyms.tsv", 2)) {
      boolean letters = row[1].equals("letters");
      words.put(row[0], letters ? letterNames.spell(row[0]) : Phonemes.parse(row[1]));
    }
    return words;
  }

  /** A hyphenated word is said part by part unless it is listed whole. */
  private List<String> byParts(String lower) {
    List<String> whole = listed(lower);
    if (whole != null || lower.indexOf('-') < 0) {
      return whole == null ? unknown.phonemes(lower) : whole;
    }
    List<String> phonemes = new ArrayList<>();
    for (String part : lower.split("-", -1)) {
      if (!part.isEmpty()) {
        List<String> listed = listed(part);
        phonemes.addAll(listed == null ? unknown.phonemes(part) : listed);
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
}
