package myna.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import myna.text.Pause;
import myna.text.Word;

/**
 * Parts long runs of words without punctuation into phrases about as long as the voice's own, at
 * the boundaries where readers pause: before words that open a phrase, never after words that lean
 * on the next one.
 */
final class Phrasing {
  /** A run is parted only if it is this much longer than a phrase. */
  private static final double ROUNDING = 0.75;

  private static final Set<String> OPENERS =
      Set.of(
          "and but or nor so yet because although though while when where whenever wherever which"
              .concat(" who whom whose that if unless until since as than before after for with in")
              .concat(" on at by from into upon through without within among between under over")
              .concat(" toward towards against like of to")
              .split(" ", -1));

  private static final Set<String> LEANING =
      Set.of(
          "a an the my your his her its our their this these those no some any every each of to in"
              .concat(" on at by for from with into upon and but or nor as than i you he she it we")
              .concat(" they is are was were be been am not very so too if that which who")
              .split(" ", -1));

  private final Rhythm rhythm;

  Phrasing(Rhythm rhythm) {
    this.rhythm = rhythm;
  }

  /** The words, with pauses where none were and a reader of this rhythm would make one. */
  List<Word> phrased(List<Word> words) {
    List<Word> phrased = new ArrayList<>(words);
    int from = 0;
    for (int i = 0; i < words.size(); i++) {
      if (i == words.size() - 1 || words.get(i).pauseAfter().seconds() > 0) {
        part(phrased, from, i + 1);
        from = i + 1;
      }
    }
    return phrased;
  }

  /** Places the breaks of one run, each near its even share of the phonemes. */
  private void part(List<Word> words, int from, int to) {
    int total = phonemes(words, from, to);
    int parts = Math.min(to - from, (int) (total / rhythm.phonemesPerPhrase() + ROUNDING));
    int start = from;
    for (int left = parts; left > 1; left--) {
      double wanted = (double) phonemes(words, start, to) / left;
      int cut = bestCut(words, start, to - left + 1, wanted);
      words.set(cut, paused(words.get(cut)));
      start = cut + 1;
    }
  }

  /** The word after which to pause, in [from, to). */
  private static int bestCut(List<Word> words, int from, int to, double wanted) {
    int best = from;
    double least = Double.POSITIVE_INFINITY;
    double phonemes = 0;
    for (int i = from; i < to; i++) {
      phonemes += words.get(i).phonemes().size();
      double distance = (phonemes - wanted) / wanted;
      double badness = 4 * distance * distance + reluctance(words.get(i), words.get(i + 1));
      if (badness < least) {
        least = badness;
        best = i;
      }
    }
    return best;
  }

  private static double reluctance(Word word, Word next) {
    double leaning = LEANING.contains(word.spoken().toLowerCase(Locale.ROOT)) ? 2 : 0;
    return leaning + (OPENERS.contains(next.spoken().toLowerCase(Locale.ROOT)) ? 0 : 0.5);
  }

  private static Word paused(Word word) {
    Pause pause = new Pause(Pause.Kind.COMMA, Rhythm.USUAL.pauseSeconds());
    return new Word(word.spoken(), word.source(), word.phonemes(), pause, word.controls());
  }

  private static int phonemes(List<Word> words, int from, int to) {
    return words.subList(from, to).stream().mapToInt(word -> word.phonemes().size()).sum();
  }
}
