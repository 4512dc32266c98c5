package myna.text.en.normal;

import java.util.ArrayList;
import java.util.List;
import myna.text.UserLexicon;
import myna.text.source.Atom;
import myna.text.source.SourceText;

/**
 * Cuts text into tokens and reads what is not said as it is written.
 *
 * <p>At each place where a form may start, the semiotic classes are asked in order; the first that
 * answers wins. What none of them reads stays as it is.
 */
public final class Tokenizer {
  private static final String INNER = "'-";
  private static final int LONGEST_WORD = 64; // characters; what runs on longer is cut

  private final List<SemioticClass> classes;
  private final UserWords userWords;
  private final Phrases phrases;
  private final AtomReader atoms = new AtomReader(this::words);
  private final Variety variety;

  /**
   * A tokenizer for a variety of English.
   *
   * @param vocabulary asked what is a word
   * @param lexicons whose words come before every form
   */
  public Tokenizer(Variety variety, Vocabulary vocabulary, List<UserLexicon> lexicons) {
    this.variety = variety;
    Units units = new Units(variety);
    Numerals numerals = new Numerals();
    this.userWords = new UserWords(lexicons);
    this.phrases = new Phrases(vocabulary);
    this.classes =
        List.of(
            new Electronic(vocabulary),
            new Emoji(),
            new Notes(),
            new Stammers(vocabulary),
            new Equations(),
            new Powers(),
            new Codes(),
            new Numbered(),
            new Paragraphs(),
            new Periods(),
            new Telephones(),
            new Dates(),
            new Verses(),
            new Times(),
            new Money(new Currencies()),
            new Addresses(),
            new Quantities(),
            new Multiples(),
            new Sides(units),
            new Coordinates(),
            new Temperatures(),
            new Years(units),
            new Measures(units),
            new Fractions(),
            new Ranges(),
            new Ordinal(),
            new Abbreviations(),
            new Initials(numerals),
            new Romans(numerals, vocabulary),
            new Serials(vocabulary),
            new Cardinal(),
            new Symbols());
  }

  /**
   * The tokens of a stretch of text.
   *
   * @param start where the stretch starts in the cleaned text
   * @param end where it ends
   */
  public List<Token> tokens(SourceText source, int start, int end) {
    List<Token> tokens = new ArrayList<>();
    Cursor cursor = new Cursor(source.text(), start, end, variety);
    while (cursor.position() < end) {
      char c = cursor.at(0);
      if (Character.isWhitespace(c)) {
        cursor.moveTo(cursor.position() + 1);
        continue;
      }
      Atom atom = source.atom(cursor.position());
      if (atom != null) {
        tokens.add(atom(atom, cursor.position()));
      } else {
        addNext(cursor, c, tokens);
      }
      cursor.moveTo(tokens.getLast().end());
    }
    return tokens;
  }

  private Token atom(Atom atom, int at) {
    return new Token(at, at + 1, Token.Kind.ATOM, atoms.words(atom));
  }

  /** The words of a text that a mark gives. */
  private List<Spoken> words(String text) {
    SourceText source = SourceText.of(text);
    return tokens(source, 0, source.text().length()).stream()
        .flatMap(token -> token.words().stream())
        .toList();
  }

  /** What users say comes first, then listed phrases, then forms, then plain words. */
  private void addNext(Cursor cursor, char first, List<Token> tokens) {
    boolean inside = Character.isLetter(first) && Character.isLetter(cursor.at(-1));
    Reading own = !inside && userWords.startsWith(first) ? userWords.read(cursor) : null;
    List<Token> phrase =
        own == null && !inside && Character.isLetter(first) ? phrases.at(cursor) : List.of();
    if (own != null) {
      tokens.add(reading(cursor.position(), own));
    } else if (phrase.isEmpty()) {
      tokens.add(next(cursor, first, inside));
    } else {
      tokens.addAll(phrase);
    }
  }

  private static Token reading(int start, Reading reading) {
    return new Token(start, reading.end(), Token.Kind.READING, reading.words());
  }

  private Token next(Cursor cursor, char first, boolean inside) {
    int start = cursor.position();
    if (!inside) {
      for (SemioticClass semioticClass : classes) {
        Reading reading = semioticClass.startsWith(first) ? semioticClass.read(cursor) : null;
        if (reading != null) {
          return reading(start, reading);
        }
      }
    }
    return plain(cursor, start);
  }

  private static Token plain(Cursor cursor, int start) {
    int end = start;
    while (isWordPart(cursor, start, end)) {
      end += Character.charCount(cursor.text().codePointAt(end));
    }
    if (end == start) {
      int step = Character.charCount(cursor.text().codePointAt(start));
      return new Token(
          start, Math.min(cursor.limit(), start + step), Token.Kind.PUNCTUATION, List.of());
    }
    String word = cursor.text().substring(start, end);
    return new Token(start, end, Token.Kind.WORD, List.of(Spoken.word(word)));
  }

  private static boolean isWordPart(Cursor cursor, int start, int at) {
    if (at >= cursor.limit() || at - start >= LONGEST_WORD) {
      return false;
    }
    int c = cursor.text().codePointAt(at);
    if (Character.isLetter(c)) {
      return true;
    }
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return at > start;
    }
    boolean letterNext = Character.isLetter(cursor.charAt(at + 1));
    if (at > start) {
      return letterNext && INNER.indexOf(c) >= 0;
    }
    return letterNext && c == '\'' && isContraction(cursor, at);
  }

  /** 'tis, 'twas, 'em, 'cause: the apostrophe is part of the word. */
  private static boolean isContraction(Cursor cursor, int at) {
    String word = cursor.wordAfter(at + 1).toLowerCase(java.util.Locale.ROOT);
    return List.of("tis", "twas", "em", "cause", "til", "bout", "round", "twere", "twill")
            .contains(word)
        && cursor.charAt(at + 1 + word.length()) != '\'';
  }
}
