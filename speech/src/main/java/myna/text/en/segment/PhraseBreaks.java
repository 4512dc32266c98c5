package myna.text.en.segment;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import myna.text.Pause;
import myna.text.Word;
import myna.text.en.normal.Facts;

/**
 * Where a reader takes a breath in a run of words without punctuation: before the words of
 * assets/text/phrases.tsv that open a clause or lead a phrase, near the middle of what is too long,
 * and again in each half.
 *
 * <p>That listeners expect such breaks between phrases of about equal length, and at borders of
 * syntax, is the observation of Gee and Grosjean (1983), Cognitive Psychology 15, 411-458.
 */
public final class PhraseBreaks {
  private static final double SECONDS = 0.15;
  private static final int LONGEST = 9; // words that are said in one breath
  private static final int CLAUSE_LEAST = 4; // words on either side of a break before a clause
  private static final int PHRASE_LEAST = 5; // and before a phrase
  private static final double CLAUSE_WORTH = 1.0;
  private static final double PHRASE_WORTH = 0.5;
  private static final double PAIR_WORTH = 0.3; // before "and" or "or" that may join two words
  private static final double VERB_FACTOR =
      0.5; // "looked | at the stones" parts what belongs together
  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "a", "an", "this", "these", "those", "my", "your", "his", "its", "our", "their",
          "some", "every", "each");
  private static final Set<String> NUMBERS = Set.of("hundred", "thousand", "million", "billion");
  private static final Set<String> FRONTED =
      Set.of(
          "when",
          "while",
          "if",
          "as",
          "because",
          "since",
          "after",
          "before",
          "although",
          "though",
          "until",
          "once",
          "unless",
          "whenever",
          "wherever");
  private static final Set<String> SUBJECTS = Set.of("i", "he", "she", "we", "they", "you", "it");
  private static final Set<String> PAST =
      Set.of(
          "was", "were", "had", "did", "went", "came", "said", "sat", "took", "made", "told",
          "gave", "saw", "knew", "thought", "found", "left", "felt", "kept", "began", "stood",
          "heard", "brought", "held", "wrote", "ran", "fell", "put", "lay", "rose", "spoke", "drew",
          "threw", "grew", "led", "met", "set", "sent", "spent", "built", "lost", "won", "ate",
          "drank", "drove", "rode", "shook", "slept", "sang", "bought", "caught", "taught", "is",
          "are", "has");
  private static final Set<String> JOINTS = Set.of("and", "or", "nor");
  private static final Set<String> RELATIVE = Set.of("which", "whom", "whose");
  private static final double UNEVENNESS = 1.2; // worth lost from the middle to an end

  private enum Role {
    OPENS,
    LEADS,
    CLINGS
  }

  private final Map<String, Role> roles = new HashMap<>();

  public PhraseBreaks() {
    for (String[] row : Facts.table("phrases.tsv", 2)) {
      roles.put(row[0], Role.valueOf(row[1].toUpperCase(Locale.ROOT)));
    }
  }

  /** The pause that stands for a breath. */
  public static Pause breath() {
    return new Pause(Pause.Kind.PHRASE, SECONDS);
  }

  /** The indexes of the words after which a breath is taken. */
  public BitSet after(List<Word> words) {
    BitSet breaks = new BitSet(words.size());
    int start = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).pauseAfter().kind() != Pause.Kind.NONE || i == words.size() - 1) {
        split(words, start, i + 1, breaks);
        start = i + 1;
      }
    }
    return breaks;
  }

  private void split(List<Word> words, int start, int end, BitSet breaks) {
    int from = start;
    while (end - from > LONGEST) {
      // A very long run is cut from the front, so that the time stays linear.
      int to = Math.min(end, from + 4 * LONGEST);
      int best = best(words, from, to);
      if (best < 0) {
        if (to == end) {
          return;
        }
        from = to;
        continue;
      }
      breaks.set(best - 1);
      split(words, from, best, breaks);
      from = best;
    }
  }

  /** The index of the word before which to break, or -1 if no place is good. */
  private int best(List<Word> words, int start, int end) {
    int best = -1;
    double bestScore = 0;
    double half = (end - start) / 2.0;
    for (int i = start + CLAUSE_LEAST; i <= end - CLAUSE_LEAST; i++) {
      double worth = worth(words, i, Math.min(i - start, end - i));
      if (isMainClause(words, start, i)) {
        worth = CLAUSE_WORTH;
      }
      double score = worth - UNEVENNESS * Math.abs(i - start - half) / half;
      if (worth > 0 && (best < 0 || score > bestScore)) {
        best = i;
        bestScore = score;
      }
    }
    return best;
  }

  /** What a break before the word at {@code i} is worth, with so many words to its nearer end. */
  private double worth(List<Word> words, int i, int nearest) {
    Word before = words.get(i - 1);
    boolean parted = roles.containsKey(key(before)); // never behind a small word
    if (parted || before.source().equals(words.get(i).source())) {
      return 0;
    }
    String word = key(words.get(i));
    String next = i + 1 < words.size() ? key(words.get(i + 1)) : "";
    return switch (roles.getOrDefault(word, Role.CLINGS)) {
      case OPENS -> JOINTS.contains(word) ? joins(words, i) : CLAUSE_WORTH;
      case LEADS -> leads(word, next, nearest) * (isVerb(key(before)) ? VERB_FACTOR : 1);
      case CLINGS -> 0;
    };
  }

  /** "and looked" and "and the" go on with something new, "and pepper" may belong to "salt". */
  private double joins(List<Word> words, int i) {
    String next = i + 1 < words.size() ? key(words.get(i + 1)) : "";
    if (roles.containsKey(next) || isVerb(next)) {
      return CLAUSE_WORTH;
    }
    boolean single = i + 2 >= words.size() || roles.containsKey(key(words.get(i + 2)));
    return single || NUMBERS.contains(key(words.get(i - 1))) ? 0 : PAIR_WORTH;
  }

  /** "When the rain stopped | we went": the subject behind a clause that stands first. */
  private boolean isMainClause(List<Word> words, int start, int i) {
    return FRONTED.contains(key(words.get(start)))
        && SUBJECTS.contains(key(words.get(i)))
        && !roles.containsKey(key(words.get(i - 1)));
  }

  private static boolean isVerb(String word) {
    return word.endsWith("ed") || word.endsWith("ing") || PAST.contains(word);
  }

  /**
   * "in which" opens a clause, "in the garden" leads a phrase, "in" of "go in and" does neither.
   */
  private double leads(String word, String next, int nearest) {
    if (RELATIVE.contains(next)) {
      return CLAUSE_WORTH;
    }
    Role role = roles.get(next);
    boolean particle = role == Role.OPENS || role == Role.LEADS;
    boolean infinitive = word.equals("to") && !DETERMINERS.contains(next);
    return nearest < PHRASE_LEAST || particle || infinitive ? 0 : PHRASE_WORTH;
  }

  private static String key(Word word) {
    return word.spoken().toLowerCase(Locale.ROOT);
  }
}
