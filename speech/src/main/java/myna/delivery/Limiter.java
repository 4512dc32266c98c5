package myna.delivery;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Amplifies a stream and holds its peaks below a ceiling, without a click: the gain goes down
 * before a peak comes, and slowly up after it. What goes out is later than what came in by {@link
 * #delay()} samples.
 */
final class Limiter {
  private static final double LOOK_AHEAD_SECONDS = 0.005;
  private static final double RELEASE_SECONDS = 0.1;

  private final float gain;
  private final float ceiling;
  private final int lookAhead;
  private final float release;

  /** The last samples [lookAhead], amplified, and where the oldest is. */
  private final float[] delayed;

  /** The gains wanted for the samples in {@link #delayed}, smallest first, ever younger. */
  private final Deque<Wanted> smallest = new ArrayDeque<>();

  /** The held gains of the last samples, whose mean is applied. */
  private final float[] held;

  private double heldSum;
  private float current = 1;
  private long time;

  /** The gain that a sample needs. */
  private record Wanted(long time, float gain) {}

  /**
   * @param gainDb of everything
   * @param ceilingDb level that no sample exceeds afterwards
   */
  Limiter(double gainDb, double ceilingDb, int sampleRate) {
    gain = (float) StrictMath.pow(10, gainDb / 20);
    ceiling = (float) StrictMath.pow(10, ceilingDb / 20);
    lookAhead = Math.max(1, (int) (LOOK_AHEAD_SECONDS * sampleRate));
    release = (float) (1 - StrictMath.exp(-1 / (RELEASE_SECONDS * sampleRate)));
    delayed = new float[lookAhead];
    held = new float[lookAhead];
    Arrays.fill(held, 1);
    heldSum = lookAhead;
  }

  /** By how many samples the output is late. */
  int delay() {
    return lookAhead;
  }

  /** Changes samples in place; the first {@link #delay()} that come out are silence. */
  void process(float[] samples) {
    for (int t = 0; t < samples.length; t++) {
      samples[t] = next(samples[t] * gain);
    }
  }

  private float next(float sample) {
    int slot = (int) (time % lookAhead);
    float out = delayed[slot];
    double applied = heldSum / lookAhead;
    delayed[slot] = sample;
    hold(slot, target(Math.abs(sample)));
    time++;
    return Math.clamp((float) (out * applied), -ceiling, ceiling);
  }

  /** The smallest gain that any sample of the window needs. */
  private float target(float level) {
    float wanted = level > ceiling ? ceiling / level : 1;
    while (!smallest.isEmpty() && smallest.peekLast().gain() >= wanted) {
      smallest.pollLast();
    }
    smallest.addLast(new Wanted(time, wanted));
    while (smallest.peekFirst().time() <= time - lookAhead) {
      smallest.pollFirst();
    }
    return smallest.peekFirst().gain();
  }

  /** Down at once, up slowly; the mean over the window makes a slope of the way down. */
  private void hold(int slot, float target) {
    current = target < current ? target : current + release * (target - current);
    heldSum += current - held[slot];
    held[slot] = current;
  }
}
