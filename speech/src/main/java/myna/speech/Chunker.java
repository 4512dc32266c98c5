package myna.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import myna.text.Pause;
import myna.text.Word;

/**
 * Cuts a sentence into chunks that are short enough for the model: where the voice changes, at long
 * pauses that were asked for, and, in what is still too long, at the strongest pause near the
 * middle of what is allowed, so that no chunk is a remnant of a few words.
 */
final class Chunker {
  /** About 11 s: the model was trained on utterances of up to about 16 s. */
  static final int MOST_PHONEMES = 140;

  /** A pause this long is silence, which nobody needs to synthesize. */
  static final double LONG_PAUSE_SECONDS = 0.5;

  private Chunker() {}

  /** The chunks of a sentence's words, in order. */
  static List<Chunk> chunks(List<Word> words) {
    List<Chunk> chunks = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean last = i == words.size() - 1;
      if (last || mustCut(words.get(i), words.get(i + 1))) {
        cutShort(words.subList(from, i + 1), last, chunks);
        from = i + 1;
      }
    }
    return chunks;
  }

  private static boolean mustCut(Word word, Word next) {
    Pause pause = word.pauseAfter();
    boolean silence = pause.kind() == Pause.Kind.EXPLICIT && pause.seconds() > LONG_PAUSE_SECONDS;
    return silence || !Objects.equals(word.controls().voice(), next.controls().voice());
  }

  private static void cutShort(List<Word> words, boolean last, List<Chunk> chunks) {
    int phonemes = phonemes(words);
    int parts = Math.ceilDiv(phonemes, MOST_PHONEMES);
    if (parts < 2 || words.size() < 2) {
      chunks.add(chunk(words, last));
      return;
    }
    int cut = bestCut(words, phonemes / parts);
    chunks.add(chunk(words.subList(0, cut), false));
    cutShort(words.subList(cut, words.size()), last, chunks);
  }

  private static Chunk chunk(List<Word> words, boolean last) {
    Word end = words.getLast();
    return new Chunk(words, end.controls().voice(), last ? Pause.NONE : end.pauseAfter());
  }

  /** The number of words before the cut; wanted: this many phonemes, up to the most. */
  private static int bestCut(List<Word> words, int wanted) {
    int best = 1;
    double bestScore = Double.NEGATIVE_INFINITY;
    int phonemes = 0;
    for (int i = 0; i < words.size() - 1; i++) {
      phonemes += words.get(i).phonemes().size();
      if (i > 0 && phonemes > MOST_PHONEMES) {
        break;
      }
      double distance = Math.abs(phonemes - wanted) / (double) wanted;
      double score = strength(words.get(i).pauseAfter().kind()) - 3 * distance;
      if (score > bestScore) {
        bestScore = score;
        best = i + 1;
      }
    }
    return best;
  }

  private static double strength(Pause.Kind kind) {
    return switch (kind) {
      case NONE -> 0;
      case PHRASE -> 0.5;
      case COMMA -> 1;
      case CLAUSE, EXPLICIT -> 2;
      case SENTENCE, PARAGRAPH, HEADING -> 3;
    };
  }

  private static int phonemes(List<Word> words) {
    return words.stream().mapToInt(word -> word.phonemes().size()).sum();
  }
}
