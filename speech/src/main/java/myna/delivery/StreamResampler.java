package myna.delivery;

import java.util.Arrays;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.Resampler;

/** Changes the sample rate of a stream, in blocks with enough of their surroundings. */
final class StreamResampler implements Sink {
  /** Input samples on each side of a block that its output depends on, and more. */
  private static final int LEAST_MARGIN = 512;

  /** Each block makes its filter anew; one of few phases costs little, so its blocks are short. */
  private static final int FEW_PHASES = 16;

  private final int from;
  private final int to;
  private final Sink sink;
  private final int margin;
  private final int block;
  private float[] waiting;
  private int filled;

  StreamResampler(int from, int to, Sink sink) {
    this.from = from;
    this.to = to;
    this.sink = sink;
    int period = from / gcd(from, to);
    margin = Math.ceilDiv(Math.max(LEAST_MARGIN, reach(from, to)), period) * period;
    boolean cheap = to / gcd(from, to) <= FEW_PHASES;
    block = Math.ceilDiv(cheap ? from / 8 : from, period) * period;
    waiting = new float[2 * margin + block];
    filled = margin;
  }

  private static int reach(int from, int to) {
    return (int) Math.ceil(70.0 * Math.max(1, (double) from / to));
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @Override
  public void accept(float[] samples) throws AudioException {
    if (from == to) {
      sink.accept(samples);
      return;
    }
    for (int t = 0; t < samples.length; ) {
      int count = Math.min(waiting.length - filled, samples.length - t);
      System.arraycopy(samples, t, waiting, filled, count);
      filled += count;
      t += count;
      if (filled == waiting.length) {
        put(block);
        System.arraycopy(waiting, block, waiting, 0, 2 * margin);
        filled = 2 * margin;
      }
    }
  }

  /** Gives out what is left; nothing may be added afterwards. */
  void finish() throws AudioException {
    if (from == to) {
      return;
    }
    int left = filled - margin;
    Arrays.fill(waiting, filled, waiting.length, 0);
    if (left > block) {
      put(block);
      System.arraycopy(waiting, block, waiting, 0, 2 * margin);
      Arrays.fill(waiting, 2 * margin, waiting.length, 0);
      left -= block;
    }
    put(left);
  }

  /** Gives out the first samples behind the margin. */
  private void put(int samples) throws AudioException {
    float[] resampled = Resampler.resample(new Audio(waiting.clone(), from), to).samples();
    int start = (int) ((long) margin * to / from);
    int length = (int) Math.round((double) samples * to / from);
    sink.accept(Arrays.copyOfRange(resampled, start, start + length));
  }
}
