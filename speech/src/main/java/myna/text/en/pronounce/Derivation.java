package myna.text.en.pronounce;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Pronunciations of words that are formed from listed ones: possessives, plurals, -ed, -ing,
 * prefixes, compounds.
 */
final class Derivation {
  private static final int SHORTEST_STEM = 3;
  private static final int SHORTEST_PART = 3;
  private static final int COMMON =
      30; // frequency class of a word that may be a short part of a compound

  /**
   * An ending that adds fixed sounds; {@code written} is cut off, {@code put} is put in its place.
   */
  private record Ending(String written, String put, String sounds) {}

  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("ingly", "", "IH0 NG L IY0"),
          new Ending("ingly", "e", "IH0 NG L IY0"),
          new Ending("ings", "", "IH0 NG Z"),
          new Ending("ings", "e", "IH0 NG Z"),
          new Ending("ing", "", "IH0 NG"),
          new Ending("ing", "e", "IH0 NG"),
          new Ending("in'", "", "IH0 N"),
          new Ending("in'", "e", "IH0 N"),
          new Ending("iness", "y", "N AH0 S"),
          new Ending("ness", "", "N AH0 S"),
          new Ending("lessly", "", "L AH0 S L IY0"),
          new Ending("less", "", "L AH0 S"),
          new Ending("fully", "", "F AH0 L IY0"),
          new Ending("ful", "", "F AH0 L"),
          new Ending("ily", "y", "-AH0 L IY0"),
          new Ending("bly", "ble", "+IY0"),
          new Ending("ly", "", "L IY0"),
          new Ending("ments", "", "M AH0 N T S"),
          new Ending("ment", "", "M AH0 N T"),
          new Ending("ships", "", "SH IH2 P S"),
          new Ending("ship", "", "SH IH2 P"),
          new Ending("like", "", "L AY2 K"),
          new Ending("wise", "", "W AY2 Z"),
          new Ending("hood", "", "HH UH2 D"),
          new Ending("iest", "y", "AH0 S T"),
          new Ending("est", "", "AH0 S T"),
          new Ending("est", "e", "AH0 S T"),
          new Ending("iers", "y", "ER0 Z"),
          new Ending("ier", "y", "ER0"),
          new Ending("ers", "", "ER0 Z"),
          new Ending("ers", "e", "ER0 Z"),
          new Ending("er", "", "ER0"),
          new Ending("er", "e", "ER0"),
          new Ending("able", "", "AH0 B AH0 L"),
          new Ending("able", "e", "AH0 B AH0 L"),
          new Ending("ish", "", "IH0 SH"),
          new Ending("ism", "", "IH2 Z AH0 M"),
          new Ending("isms", "", "IH2 Z AH0 M Z"),
          new Ending("ist", "", "IH0 S T"),
          new Ending("ists", "", "IH0 S T S"));

  private static final List<Ending> PREFIXES =
      List.of(
          new Ending("non", "", "N AA0 N"),
          new Ending("un", "", "AH0 N"),
          new Ending("re", "", "R IY0"),
          new Ending("pre", "", "P R IY0"),
          new Ending("mis", "", "M IH0 S"),
          new Ending("over", "", "OW2 V ER0"),
          new Ending("under", "", "AH2 N D ER0"),
          new Ending("out", "", "AW2 T"),
          new Ending("anti", "", "AE2 N T IY0"),
          new Ending("super", "", "S UW2 P ER0"),
          new Ending("inter", "", "IH2 N T ER0"),
          new Ending("sub", "", "S AH2 B"),
          new Ending("dis", "", "D IH0 S"),
          new Ending("micro", "", "M AY2 K R OW0"),
          new Ending("multi", "", "M AH2 L T IY0"),
          new Ending("semi", "", "S EH2 M IY0"),
          new Ending("auto", "", "AO2 T OW0"),
          new Ending("cyber", "", "S AY2 B ER0"),
          new Ending("fore", "", "F AO2 R"),
          new Ending("counter", "", "K AW2 N T ER0"));

  /** Endings whose sounds hardly ever change the stem's. */
  private static final List<Ending> SURE_ENDINGS =
      ENDINGS.stream()
          .filter(
              ending ->
                  ending.written.matches(
                      "in'|ingl?y?s?|able|ness|i?ly|less(?:ly)?|est|like|ships?"))
          .toList();

  private final WordList lexicon;
  private final BackFormation backFormation;

  Derivation(WordList lexicon) {
    this.lexicon = lexicon;
    backFormation = new BackFormation(lexicon);
  }

  /**
   * The pronunciation of {@code word} (lower case) from another form of the same word, or null: of
   * held-out words these come out as listed more often than from any model.
   */
  List<String> sure(String word) {
    List<String> phonemes = possessive(word);
    if (phonemes == null) {
      phonemes = inflected(word, this::listed);
    }
    if (phonemes == null) {
      phonemes = backFormation.of(word);
    }
    return phonemes == null ? suffixed(word, SURE_ENDINGS) : phonemes;
  }

  /** The pronunciation of {@code word} (lower case) from its parts, or null. */
  List<String> derive(String word) {
    List<String> phonemes = sure(word);
    if (phonemes == null) {
      phonemes = british(word);
    }
    if (phonemes == null) {
      phonemes = suffixed(word, ENDINGS);
    }
    if (phonemes == null) {
      phonemes = prefixed(word);
    }
    return phonemes == null ? compound(word) : phonemes;
  }

  private List<String> listed(String word) {
    Lexicon.Entry entry = lexicon.lookup(word);
    return entry == null ? null : entry.primary();
  }

  private List<String> listedOrDerived(String word) {
    List<String> phonemes = listed(word);
    return phonemes == null ? derive(word) : phonemes;
  }

  private List<String> possessive(String word) {
    if (word.endsWith("'s") && word.length() > 2) {
      List<String> stem = listedOrDerived(word.substring(0, word.length() - 2));
      return stem == null ? null : append(stem, Inflection.plural(stem.getLast()));
    }
    if (word.endsWith("'") && word.length() > 1) {
      return listedOrDerived(word.substring(0, word.length() - 1));
    }
    return contraction(word);
  }

  private List<String> contraction(String word) {
    int apostrophe = word.lastIndexOf('\'');
    String sounds =
        switch (apostrophe < 1 ? "" : word.substring(apostrophe)) {
          case "'ll" -> "AH0 L";
          case "'ve" -> "AH0 V";
          case "'re" -> "ER0";
          case "'d" -> "D";
          case "'m" -> "M";
          default -> null;
        };
    List<String> stem = sounds == null ? null : listed(word.substring(0, apostrophe));
    if (stem == null) {
      return null;
    }
    return append(
        stem, sounds.equals("D") ? Inflection.past(stem.getLast()) : List.of(sounds.split(" ")));
  }

  /** -s, -es, -ed of a stem that {@code stems} knows. */
  private static List<String> inflected(String word, Function<String, List<String>> stems) {
    int length = word.length();
    if (word.endsWith("s") && !word.endsWith("ss") && length > SHORTEST_STEM) {
      List<String> stem = stems.apply(word.substring(0, length - 1));
      if (stem == null && word.endsWith("ies")) {
        stem = stems.apply(word.substring(0, length - 3) + "y");
      } else if (stem == null && word.endsWith("es")) {
        stem = stems.apply(word.substring(0, length - 2));
      }
      return stem == null ? null : append(stem, Inflection.plural(stem.getLast()));
    }
    if (word.endsWith("ed") && length > SHORTEST_STEM + 1) {
      List<String> stem = stems.apply(word.substring(0, length - 1));
      if (stem == null) {
        stem = stems.apply(word.substring(0, length - 2));
      }
      if (stem == null && word.endsWith("ied")) {
        stem = stems.apply(word.substring(0, length - 3) + "y");
      }
      if (stem == null && word.charAt(length - 3) == word.charAt(length - 4)) {
        stem = stems.apply(word.substring(0, length - 3));
      }
      return stem == null ? null : append(stem, Inflection.past(stem.getLast()));
    }
    return null;
  }

  /** British spellings of words that are listed as Americans write them. */
  private List<String> british(String word) {
    String[][] changes = {
      {"our", "or"},
      {"ise", "ize"},
      {"isa", "iza"},
      {"isi", "izi"},
      {"yse", "yze"},
      {"ysi", "yzi"},
      {"ogue", "og"},
      {"ll", "l"},
      {"ence", "ense"},
      {"aes", "es"},
      {"oe", "e"},
      {"ae", "e"},
      {"ph", "f"}
    };
    for (String[] change : changes) {
      int at = word.lastIndexOf(change[0]);
      if (at > 0) {
        List<String> phonemes =
            known(word.substring(0, at) + change[1] + word.substring(at + change[0].length()));
        if (phonemes != null) {
          return phonemes;
        }
      }
    }
    return word.endsWith("tre") ? known(word.substring(0, word.length() - 2) + "er") : null;
  }

  private List<String> known(String word) {
    List<String> phonemes = listed(word);
    return phonemes == null ? inflected(word, this::listed) : phonemes;
  }

  private List<String> suffixed(String word, List<Ending> endings) {
    for (Ending ending : endings) {
      int stemLength = word.length() - ending.written.length();
      if (stemLength < SHORTEST_STEM || !word.endsWith(ending.written)) {
        continue;
      }
      String cut = word.substring(0, stemLength);
      List<String> stem = listed(cut + ending.put);
      if (stem == null && ending.put.isEmpty() && isDoubled(cut)) {
        stem = listed(cut.substring(0, stemLength - 1));
      }
      if (stem != null) {
        return withEnding(stem, ending.sounds);
      }
    }
    return null;
  }

  private static boolean isDoubled(String stem) {
    int last = stem.length() - 1;
    return stem.charAt(last) == stem.charAt(last - 1);
  }

  /**
   * "+IY0" takes the place of the stem's last vowel and L (possible, possibly), "-AH0" of its last
   * sound (happy, happily); a consonant is not said twice (real, really).
   */
  private static List<String> withEnding(List<String> stem, String sounds) {
    if (sounds.startsWith("+")) {
      List<String> open = new ArrayList<>(stem.subList(0, Math.max(0, stem.size() - 2)));
      open.add("L");
      return append(open, List.of(sounds.substring(1)));
    }
    if (sounds.startsWith("-")) {
      return append(stem.subList(0, stem.size() - 1), List.of(sounds.substring(1).split(" ", -1)));
    }
    List<String> ending = List.of(sounds.split(" ", -1));
    boolean same = ending.getFirst().equals(stem.getLast());
    return append(same ? stem.subList(0, stem.size() - 1) : stem, ending);
  }

  private List<String> prefixed(String word) {
    for (Ending prefix : PREFIXES) {
      if (word.startsWith(prefix.written)
          && word.length() - prefix.written.length() > SHORTEST_STEM) {
        String rest = word.substring(prefix.written.length());
        List<String> stem = listed(rest);
        if (stem == null) {
          stem = inflected(rest, this::listed);
        }
        if (stem == null) {
          stem = suffixed(rest, ENDINGS);
        }
        if (stem != null) {
          return append(List.of(prefix.sounds.split(" ")), stem);
        }
      }
    }
    return null;
  }

  /** Two listed words written as one; the split whose rarer part is most frequent. */
  private List<String> compound(String word) {
    int best = -1;
    int bestScore = 0;
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      int score = Math.min(partScore(word.substring(0, at)), partScore(word.substring(at)));
      if (score > bestScore) {
        bestScore = score;
        best = at;
      }
    }
    if (best < 0) {
      return null;
    }
    List<String> head = part(word.substring(0, best));
    List<String> tail = part(word.substring(best));
    return append(head, secondary(tail));
  }

  private int partScore(String part) {
    int frequency = lexicon.frequencyClass(part);
    if (frequency < 0) {
      List<String> inflected = inflected(part, this::listed);
      return inflected == null ? 0 : COMMON;
    }
    boolean tooRare = part.length() == SHORTEST_PART && frequency < COMMON;
    return tooRare ? 0 : frequency;
  }

  private List<String> part(String part) {
    return known(part);
  }

  /** A second part's main stress becomes secondary. */
  private static List<String> secondary(List<String> phonemes) {
    return phonemes.stream().map(phoneme -> phoneme.replace('1', '2')).toList();
  }

  private static List<String> append(List<String> head, List<String> tail) {
    List<String> all = new ArrayList<>(head);
    all.addAll(tail);
    return all;
  }
}
