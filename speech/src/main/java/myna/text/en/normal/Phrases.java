package myna.text.en.normal;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import myna.text.Phonemes;
import myna.text.en.pronounce.Inflection;

/**
 * Words and phrases of other languages and names, whose sounds assets/text/foreign.tsv lists: déjà
 * vu, hors d'oeuvre, Des Moines. They are said as they are written; each word is a token.
 */
final class Phrases {
  private static final Pattern RUN = Forms.compile("(\\p{L})\\1{2,}");
  private static final Pattern DOUBLE = Forms.compile("(\\p{L})\\1");
  private static final int LONGEST = 12; // words of a phrase

  /** A phrase's words in lower case, and the sounds of each. */
  private record Phrase(List<String> words, List<List<String>> sounds) {}

  private final Map<String, List<Phrase>> byFirst = new HashMap<>(); // longest first

  /**
   * Reads the table.
   *
   * @param vocabulary a single word is also meant without its accents unless that is a word
   */
  Phrases(Vocabulary vocabulary) {
    for (String[] row : Facts.table("foreign.tsv", 2)) {
      List<String> words = List.of(row[0].toLowerCase(Locale.ROOT).replace(",", "").split(" ", -1));
      List<List<String>> sounds =
          Arrays.stream(row[1].split(" \\| ", -1)).map(Phonemes::parse).toList();
      add(new Phrase(words, sounds));
      List<String> bare = words.stream().map(Phrases::withoutAccents).toList();
      boolean other = words.size() == 1 && vocabulary.contains(bare.getFirst());
      if (!bare.equals(words) && !other) {
        add(new Phrase(bare, sounds));
      }
    }
    byFirst.values().forEach(list -> list.sort(Comparator.comparingInt(one -> -one.words.size())));
  }

  private void add(Phrase phrase) {
    byFirst.computeIfAbsent(phrase.words.getFirst(), key -> new ArrayList<>(1)).add(phrase);
  }

  private static String withoutAccents(String word) {
    return Normalizer2.getNFDInstance()
        .normalize(word)
        .replaceAll("\\p{Mn}", "")
        .replace("œ", "oe")
        .replace("ø", "o")
        .replace("ł", "l");
  }

  /** The tokens of the longest phrase that starts at the cursor; none if there is none. */
  List<Token> at(Cursor cursor) {
    int end = wordEnd(cursor, cursor.position());
    if (end == cursor.position()
        || Character.isLetterOrDigit(cursor.at(-1))
        || cursor.at(-1) == '-') {
      return List.of();
    }
    String first = word(cursor, cursor.position(), end);
    List<Phrase> phrases = byFirst.get(first);
    if (phrases == null && first.endsWith("s")) {
      phrases = byFirst.get(stem(first));
    }
    if (phrases == null && RUN.matcher(first).find()) {
      return drawn(cursor, end, RUN.matcher(first).replaceAll("$1$1"));
    }
    if (phrases == null) {
      return List.of();
    }
    List<Token> exact = longest(cursor, phrases, false);
    return exact.isEmpty() ? longest(cursor, phrases, true) : exact;
  }

  private static List<Token> longest(Cursor cursor, List<Phrase> phrases, boolean inflected) {
    for (Phrase phrase : phrases) {
      List<Token> tokens = tokens(cursor, phrase, inflected);
      if (!tokens.isEmpty()) {
        return tokens;
      }
    }
    return List.of();
  }

  /** A sound that was drawn out, Pffft, as it is listed with two letters of a kind or with one. */
  private List<Token> drawn(Cursor cursor, int end, String twice) {
    List<Phrase> listed = byFirst.get(twice);
    if (listed == null) {
      listed = byFirst.get(DOUBLE.matcher(twice).replaceAll("$1"));
    }
    if (listed == null || listed.getLast().words.size() > 1) {
      return List.of();
    }
    String written = cursor.text().substring(cursor.position(), end);
    Spoken said = Spoken.said(written, listed.getLast().sounds.getFirst());
    return List.of(new Token(cursor.position(), end, Token.Kind.WORD, List.of(said)));
  }

  /**
   * The tokens of a phrase, whose last word may have an ending; none if something else stands
   * there.
   */
  private static List<Token> tokens(Cursor cursor, Phrase phrase, boolean inflect) {
    List<Token> tokens = new ArrayList<>(Math.min(LONGEST, phrase.words.size()));
    int at = cursor.position();
    for (int i = 0; i < phrase.words.size(); i++) {
      int end = wordEnd(cursor, at);
      String wanted = phrase.words.get(i);
      String found = word(cursor, at, end);
      boolean last = i == phrase.words.size() - 1;
      boolean inflected = inflect && last && stem(found).equals(wanted);
      if (!found.equals(wanted) && !inflected) {
        return List.of();
      }
      String written = cursor.text().substring(at, end);
      List<String> sounds = phrase.sounds.get(i);
      List<String> said = inflected ? plural(sounds) : sounds;
      tokens.add(new Token(at, end, Token.Kind.WORD, List.of(Spoken.said(written, said))));
      at = next(cursor, end);
      if (!last && at == end) {
        return List.of();
      }
    }
    return tokens;
  }

  private static List<String> plural(List<String> sounds) {
    List<String> all = new ArrayList<>(sounds);
    all.addAll(Inflection.plural(sounds.getLast()));
    return all;
  }

  /** The word without 's or s. */
  private static String stem(String word) {
    int cut = word.endsWith("'s") ? 2 : word.endsWith("s") ? 1 : 0;
    return word.substring(0, word.length() - cut);
  }

  private static String word(Cursor cursor, int start, int end) {
    return cursor.text().substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** The next word of a phrase: behind a space or a line's end, and a comma before it. */
  private static int next(Cursor cursor, int end) {
    int at = cursor.charAt(end) == ',' ? end + 1 : end;
    boolean space = at < cursor.limit() && Character.isWhitespace(cursor.charAt(at));
    return space ? at + 1 : end;
  }

  private static int wordEnd(Cursor cursor, int start) {
    int at = start;
    while (at < cursor.limit() && isPart(cursor, start, at)) {
      at++;
    }
    return at;
  }

  private static boolean isPart(Cursor cursor, int start, int at) {
    char c = cursor.charAt(at);
    boolean joint = (c == '\'' || c == '-') && at > start;
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || (joint && Character.isLetter(cursor.charAt(at + 1)));
  }
}
