package myna.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the columns of the letter-to-sound network into phonemes: the most probable symbol of each,
 * blanks dropped and neighbours that are alike merged (greedy CTC decoding, Graves et al. 2006),
 * under the condition that exactly one vowel has the main stress, as every English word has.
 *
 * <p>Legend: M columns, P symbols; the blank is column P.
 */
final class PhonemeDecoder {
  private static final int SILENCE = 0;

  private final List<String> symbols;
  private final boolean[] stressed; // [P + 1] whether a symbol carries the main stress

  /** A decoder for the symbols of a pack, the first of which is silence. */
  PhonemeDecoder(List<String> symbols) {
    this.symbols = List.copyOf(symbols);
    stressed = new boolean[symbols.size() + 1];
    for (int i = 0; i < symbols.size(); i++) {
      stressed[i] = symbols.get(i).endsWith("1");
    }
  }

  /**
   * The phonemes.
   *
   * @param logProbs [M][P + 1] row by row
   * @throws IllegalArgumentException if that is no whole number of rows
   */
  List<String> decode(float[] logProbs) {
    int width = stressed.length;
    if (logProbs.length % width != 0) {
      throw new IllegalArgumentException(logProbs.length + " numbers are no rows of " + width);
    }
    int columns = logProbs.length / width;
    int stressedColumn = stressedColumn(logProbs, columns);
    List<String> phonemes = new ArrayList<>();
    int before = -1;
    for (int column = 0; column < columns; column++) {
      int symbol = best(logProbs, column, column == stressedColumn);
      if (symbol != symbols.size() && symbol != before) {
        phonemes.add(symbols.get(symbol));
      }
      before = symbol;
    }
    return phonemes;
  }

  /** The column that loses least, or gains most, by carrying the stress. */
  private int stressedColumn(float[] logProbs, int columns) {
    int found = -1;
    float most = Float.NEGATIVE_INFINITY;
    for (int column = 0; column < columns; column++) {
      float with = logProbs[at(column, best(logProbs, column, true))];
      float gain = with - logProbs[at(column, best(logProbs, column, false))];
      if (gain > most) {
        most = gain;
        found = column;
      }
    }
    return found;
  }

  /** The most probable symbol that does, or does not, carry the main stress. */
  private int best(float[] logProbs, int column, boolean stress) {
    int best = -1;
    for (int symbol = 0; symbol < stressed.length; symbol++) {
      boolean allowed = stressed[symbol] == stress && symbol != SILENCE;
      if (allowed && (best < 0 || logProbs[at(column, symbol)] > logProbs[at(column, best)])) {
        best = symbol;
      }
    }
    return best;
  }

  private int at(int column, int symbol) {
    return column * stressed.length + symbol;
  }
}
