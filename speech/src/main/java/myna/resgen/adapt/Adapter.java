package myna.resgen.adapt;

import java.util.List;
import myna.codec.Codebooks;
import myna.codec.SeededNoise;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.resgen.Schedule;

/**
 * Learns additions from the utterances of a voice. The last additions are kept that are about as
 * good as any on what is held back, so that what is learned by heart is not.
 */
public final class Adapter {
  private static final double WARM_UP = 5;
  private static final double LEAST_RATE = 0.1;
  private static final int CHECK_EVERY = 10;

  /** Of the running average of the additions, which is what is checked and kept. */
  private static final double DECAY = 0.9;

  /**
   * Share of what was gained on what is held back that may be lost again. A voice goes on becoming
   * more alike and livelier when that loss is past its least: of four readers, the additions after
   * 60 steps had lost up to a sixth of the gain, and were better by every judge than those before.
   */
  private static final double LOSABLE = 0.25;

  private final StepNetwork network;
  private final Codebooks codebooks;
  private final Schedule schedule;

  /**
   * An adapter.
   *
   * @param schedule of masking in training
   */
  public Adapter(StepNetwork network, Codebooks codebooks, Schedule schedule) {
    this.network = network;
    this.codebooks = codebooks;
    this.schedule = schedule;
  }

  /**
   * How to learn.
   *
   * @param steps at most
   * @param rate of learning at first
   * @param minutes of work at most
   * @param seed of all that is random
   */
  public record Plan(int steps, double rate, double minutes, long seed) {
    private static final double RATE = 1e-3;
    private static final int FEWEST = 30;
    private static final int MOST = 150;
    private static final double PER_MINUTE = 15;

    /** The plan for some minutes of speech. */
    public static Plan of(double minutes, long seed) {
      int steps = Math.clamp(Math.round(FEWEST + PER_MINUTE * minutes), FEWEST, MOST);
      return new Plan(steps, RATE, Double.POSITIVE_INFINITY, seed);
    }

    /** The same plan, but to be done with after some minutes of work, whatever they brought. */
    public Plan within(double most) {
      return new Plan(steps, rate, most, seed);
    }

    double rate(int step) {
      double warm = Math.min(1, (step + 1) / WARM_UP);
      double wave = 0.5 * (1 + Math.cos(Math.PI * step / steps));
      return rate * warm * (LEAST_RATE + (1 - LEAST_RATE) * wave);
    }
  }

  /**
   * What was learned.
   *
   * @param additions that were kept
   * @param before loss there without additions
   * @param after loss there with them
   */
  public record Learned(Additions additions, double before, double after) {}

  /**
   * Learns.
   *
   * @throws myna.jobs.CancelledException if that is asked
   */
  public Learned learn(Split split, Plan plan, Progress progress, Cancellation cancellation) {
    BatchDraw learned = draw(split.learned(), split.learned());
    BatchDraw held = draw(split.held(), split.learned());
    SeededNoise noise = new SeededNoise(plan.seed());
    Additions additions = Additions.start(network.factors(), plan.seed());
    Additions gradients = Additions.zero(network.factors());
    Additions average = additions.copy();
    AdamW optimizer = new AdamW(additions);
    double before = check(held, additions, gradients);
    Learned kept = new Learned(additions.copy(), before, before);
    double least = before;
    long start = System.nanoTime();
    boolean last = false;
    for (int step = 0; !last; step++) {
      cancellation.check();
      last = step + 1 == plan.steps() || minutesSince(start) > plan.minutes();
      network.loss(learned.draw(noise), additions, gradients);
      optimizer.step(additions, gradients, plan.rate(step));
      average.approach(additions, Math.max(1 - DECAY, 1 - (step + 1.0) / (step + 10)));
      if ((step + 1) % CHECK_EVERY == 0 || last) {
        double after = check(held, average, gradients);
        least = Math.min(least, after);
        if (before - after >= (1 - LOSABLE) * (before - least)) {
          kept = new Learned(average.copy(), before, after);
        }
      }
      progress.report((step + 1.0) / plan.steps(), "learning");
    }
    return kept;
  }

  private static double minutesSince(long nanos) {
    return (System.nanoTime() - nanos) / 60e9;
  }

  private BatchDraw draw(List<Utterance> spoken, List<Utterance> listened) {
    return new BatchDraw(spoken, listened, codebooks, schedule, network.shape());
  }

  /** The loss on what was held back, always of the same batch. */
  private double check(BatchDraw held, Additions additions, Additions gradients) {
    return network.loss(held.draw(new SeededNoise(0)), additions, gradients);
  }
}
