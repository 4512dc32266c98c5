package myna.resgen.adapt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import myna.codec.Codebooks;
import myna.codec.NoiseSource;
import myna.codec.Tokens;
import myna.resgen.Masking;
import myna.resgen.Schedule;

/**
 * Draws batches as the pack was trained with them: random stretches of random utterances, masked by
 * the schedule at a random time, and one reference of others for all of them. All crops are
 * conditioned: what guidance leads away from stays as near to the pack's as it can.
 */
final class BatchDraw {
  /** Symbol of silence. */
  private static final int SILENCE = 0;

  /** How much the duration of a silence counts beside that of a phoneme. */
  private static final float SILENCE_HEED = 0.3f;

  private final List<Utterance> spoken;
  private final List<Utterance> listened;
  private final Codebooks codebooks;
  private final Schedule schedule;
  private final Batch batch;
  private final double[] one = new double[1];

  /**
   * A source of batches.
   *
   * @param spoken what crops are taken of, at least one
   * @param listened what references are taken of, at least one
   * @param schedule of masking in training
   */
  BatchDraw(
      List<Utterance> spoken,
      List<Utterance> listened,
      Codebooks codebooks,
      Schedule schedule,
      BatchShape shape) {
    this.spoken = List.copyOf(spoken);
    this.listened = List.copyOf(listened);
    this.codebooks = codebooks;
    this.schedule = schedule;
    batch = Batch.of(shape);
  }

  /** A batch, which is good until the next is drawn. */
  Batch draw(NoiseSource noise) {
    List<Utterance> left = new ArrayList<>(spoken);
    left.removeAll(reference(noise));
    List<Utterance> choice = left.isEmpty() ? spoken : left;
    for (int row = 0; row < batch.shape().crops(); row++) {
      crop(row, byLength(choice, noise), noise);
      batch.conditional()[row] = 1;
    }
    return batch;
  }

  /** Fills the reference; tells of what, something else being left for the crops. */
  private List<Utterance> reference(NoiseSource noise) {
    int length = batch.shape().reference();
    int width = batch.shape().latent();
    List<Utterance> order = shuffled(noise);
    List<Utterance> taken = new ArrayList<>();
    Arrays.fill(batch.reference(), 0);
    int filled = 0;
    while (filled < length) {
      boolean more = taken.isEmpty() || (taken.size() < order.size() && leaves(taken, order));
      Utterance next = more ? order.get(taken.size()) : taken.getFirst();
      int start = more ? below(Math.max(1, next.tokens().frames() - length), noise) : 0;
      for (int t = start; t < next.tokens().frames() && filled < length; t++, filled++) {
        Tokens tokens = next.tokens();
        add(new Cell(tokens, t), 0, tokens.depth(), batch.reference(), filled * width);
      }
      if (more) {
        taken.add(next);
      }
    }
    return taken;
  }

  private boolean leaves(List<Utterance> taken, List<Utterance> order) {
    List<Utterance> left = new ArrayList<>(spoken);
    left.removeAll(order.subList(0, taken.size() + 1));
    return !left.isEmpty();
  }

  private List<Utterance> shuffled(NoiseSource noise) {
    List<Utterance> order = new ArrayList<>();
    for (Utterance utterance : listened) {
      order.add(below(order.size() + 1, noise), utterance);
    }
    return order;
  }

  private Utterance byLength(List<Utterance> choice, NoiseSource noise) {
    int total = choice.stream().mapToInt(u -> u.tokens().frames()).sum();
    int left = below(total, noise);
    for (Utterance utterance : choice) {
      left -= utterance.tokens().frames();
      if (left < 0) {
        return utterance;
      }
    }
    return choice.getLast();
  }

  private void crop(int row, Utterance utterance, NoiseSource noise) {
    int[] frames = utterance.frames();
    int first = firstSymbol(frames, noise);
    int begin = Arrays.stream(frames, 0, first).sum();
    int last = first;
    int length = 0;
    while (last < frames.length
        && last - first < batch.shape().phonemes()
        && (length + frames[last] <= batch.shape().frames() || last == first)) {
      length += frames[last++];
    }
    length = Math.min(length, batch.shape().frames());
    symbols(row, utterance, first, last);
    place(row, frames, first, length);
    mask(row, utterance.tokens(), begin, length, noise);
  }

  /** Any symbol after which there is still a whole crop, or as much as there is. */
  private int firstSymbol(int[] frames, NoiseSource noise) {
    int left = Arrays.stream(frames).sum();
    int choices = 1;
    for (int i = 0; i < frames.length - 1; i++) {
      left -= frames[i];
      if (left < batch.shape().frames()) {
        break;
      }
      choices++;
    }
    return below(choices, noise);
  }

  private void symbols(int row, Utterance utterance, int first, int last) {
    Batch.Spoken spoken = batch.spoken();
    for (int n = 0; n < batch.shape().phonemes(); n++) {
      int at = row * batch.shape().phonemes() + n;
      int i = first + n;
      boolean inside = i < last;
      spoken.inside()[at] = inside ? 1 : 0;
      spoken.symbols()[at] = inside ? utterance.symbols()[i] : SILENCE;
      spoken.durations()[at] = inside ? (float) Math.log(utterance.frames()[i]) : 0;
      boolean whole = inside && n > 0 && i < last - 1; // what may be cut tells nothing
      float weight = spoken.symbols()[at] == SILENCE ? SILENCE_HEED : 1;
      spoken.heed()[at] = whole ? weight : 0;
    }
  }

  private void place(int row, int[] frames, int first, int length) {
    int start = row * batch.shape().frames();
    int symbol = first;
    int until = frames[first];
    for (int t = 0; t < batch.shape().frames(); t++) {
      while (t >= until && t < length) {
        until += frames[++symbol];
      }
      batch.frames().place()[start + t] = t < length ? symbol - first : 0;
      batch.frames().inside()[start + t] = t < length ? 1 : 0;
    }
  }

  private void mask(int row, Tokens tokens, int begin, int length, NoiseSource noise) {
    int depth = tokens.depth();
    int[] available = new int[length];
    Arrays.fill(available, depth);
    double share = schedule.masked(uniform(noise));
    int masked = (int) Math.ceil(share * length * depth - 1e-9);
    int[] lost = Masking.draw(available, masked, noise);
    int width = batch.shape().latent();
    int frames = batch.shape().frames();
    float[] visible = batch.frames().visible();
    float[] target = batch.frames().target();
    Arrays.fill(visible, row * frames * width, (row + 1) * frames * width, 0);
    Arrays.fill(target, row * frames * width, (row + 1) * frames * width, 0);
    for (int t = 0; t < frames; t++) {
      int at = row * frames + t;
      batch.frames().depth()[at] = t < length ? depth - lost[t] : 0;
      if (t < length) {
        Cell cell = new Cell(tokens, begin + t);
        add(cell, 0, depth - lost[t], visible, at * width);
        add(cell, depth - lost[t], depth, target, at * width);
      }
    }
  }

  /** All tokens of one frame. */
  private record Cell(Tokens tokens, int frame) {}

  /** Adds the code vectors of some depths of a frame. */
  private void add(Cell cell, int from, int to, float[] sum, int offset) {
    for (int j = from; j < to; j++) {
      int start = codebooks.start(j, cell.tokens().at(cell.frame(), j));
      for (int c = 0; c < codebooks.width(); c++) {
        sum[offset + c] += codebooks.vectors()[start + c];
      }
    }
  }

  private int below(int count, NoiseSource noise) {
    return Math.min(count - 1, (int) (uniform(noise) * count));
  }

  private double uniform(NoiseSource noise) {
    noise.uniforms(one);
    return one[0];
  }
}
