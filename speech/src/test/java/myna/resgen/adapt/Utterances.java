package myna.resgen.adapt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import myna.codec.Codebooks;
import myna.codec.Tokens;

/** Utterances of nonsense. */
final class Utterances {
  static final int DEPTH = 3;
  static final int CODES = 4;
  static final int WIDTH = 2;

  private Utterances() {}

  /** Codebooks in which every code of every utterance can be told from the others. */
  static Codebooks codebooks() {
    Random random = new Random(3);
    float[] vectors = new float[DEPTH * CODES * WIDTH];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    return new Codebooks(vectors, DEPTH, CODES, WIDTH);
  }

  static List<Utterance> some(int count, int symbols) {
    List<Utterance> some = new ArrayList<>();
    Random random = new Random(count);
    for (int u = 0; u < count; u++) {
      int[] ids = random.ints(symbols, 0, 9).toArray();
      int[] frames = random.ints(symbols, 1, 5).toArray();
      int length = Arrays.stream(frames).sum();
      int[] codes = random.ints((long) length * DEPTH, 0, CODES).toArray();
      some.add(new Utterance(ids, frames, new Tokens(codes, length, DEPTH)));
    }
    return some;
  }
}
