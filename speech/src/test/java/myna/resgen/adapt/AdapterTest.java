package myna.resgen.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;
import myna.jobs.Progress;
import myna.resgen.Schedule;
import org.junit.jupiter.api.Test;

class AdapterTest {
  private static final Split SPLIT = Split.of(Utterances.some(12, 10));

  @Test
  void learnsAndSaysWhatItBrought() {
    Adapter.Learned learned = learn(new Hill(w -> (w - 1) * (w - 1)), Cancellation.NEVER);
    assertThat(learned.before()).isEqualTo(1);
    assertThat(learned.after()).isLessThan(0.1);
    assertThat(learned.additions().values().get(1)[0]).isBetween(0.7f, 1.3f);
  }

  @Test
  void whatIsLearnedByHeartIsNotKept() {
    Hill memory = new Hill(w -> (w - 1) * (w - 1));
    memory.heldOptimum = 0.5;
    Adapter.Learned learned = learn(memory, 0.03, Cancellation.NEVER);
    assertThat(learned.additions().values().get(1)[0]).isBetween(0.35f, 0.76f);
    assertThat(learned.after()).isLessThan(learned.before());
  }

  @Test
  void theAverageApproachesWhatIsLearned() {
    List<FactorShape> shapes = List.of(new FactorShape("map.narrow", 1, 2));
    Additions average = new Additions(shapes, List.of(new float[] {0, 4}));
    average.approach(new Additions(shapes, List.of(new float[] {1, 0})), 0.25);
    assertThat(average.values().getFirst()).containsExactly(0.25f, 3);
  }

  @Test
  void theSameSeedGivesTheSame() {
    Adapter.Learned one = learn(new Hill(w -> (w - 1) * (w - 1)), Cancellation.NEVER);
    Adapter.Learned other = learn(new Hill(w -> (w - 1) * (w - 1)), Cancellation.NEVER);
    assertThat(new AdaptedVoice("", one.additions()).encode())
        .containsExactly(new AdaptedVoice("", other.additions()).encode());
  }

  @Test
  void stopsWhenItIsNoLongerWanted() {
    Hill hill = new Hill(w -> w);
    assertThatThrownBy(() -> learn(hill, () -> hill.evaluations > 5))
        .isInstanceOf(CancelledException.class);
    assertThat(hill.evaluations).isLessThan(8);
  }

  @Test
  void aTenthIsHeldBack() {
    assertThat(SPLIT.held()).hasSizeBetween(1, 2);
    assertThat(SPLIT.learned()).hasSize(12 - SPLIT.held().size());
    assertThat(SPLIT.learned()).doesNotContainAnyElementsOf(SPLIT.held());
  }

  private static Adapter.Learned learn(Hill hill, Cancellation cancellation) {
    return learn(hill, 0.1, cancellation);
  }

  private static Adapter.Learned learn(Hill hill, double rate, Cancellation cancellation) {
    Adapter adapter = new Adapter(hill, Utterances.codebooks(), new Schedule.Power(3));
    Adapter.Plan plan = new Adapter.Plan(60, rate, Double.POSITIVE_INFINITY, 1);
    return adapter.learn(SPLIT, plan, Progress.NONE, cancellation);
  }

  /** A loss that depends on one number; on what is held back, it may be least elsewhere. */
  private static final class Hill implements StepNetwork {
    private final DoubleUnaryOperator loss;
    private double heldOptimum = Double.NaN;
    private int evaluations;

    Hill(DoubleUnaryOperator loss) {
      this.loss = loss;
    }

    @Override
    public BatchShape shape() {
      return new BatchShape(2, 12, 6, 10, Utterances.WIDTH);
    }

    @Override
    public List<FactorShape> factors() {
      return List.of(new FactorShape("a.narrow", 1, 1), new FactorShape("a.widen", 1, 1));
    }

    @Override
    public double loss(Batch batch, Additions additions, Additions gradients) {
      evaluations++;
      double w = additions.values().get(1)[0];
      gradients.values().get(0)[0] = 0;
      gradients.values().get(1)[0] =
          (float) ((loss.applyAsDouble(w + 1e-3) - loss.applyAsDouble(w - 1e-3)) / 2e-3);
      boolean held = isHeld(batch);
      return held && !Double.isNaN(heldOptimum)
          ? (w - heldOptimum) * (w - heldOptimum)
          : loss.applyAsDouble(w);
    }

    private static boolean isHeld(Batch batch) {
      List<Integer> crop = new ArrayList<>();
      for (int n = 0; n < 6 && batch.spoken().inside()[n] == 1; n++) {
        crop.add(batch.spoken().symbols()[n]);
      }
      int[] symbols = crop.stream().mapToInt(Integer::intValue).toArray();
      return SPLIT.held().stream().anyMatch(u -> contains(u.symbols(), symbols));
    }

    private static boolean contains(int[] all, int[] part) {
      for (int i = 0; i + part.length <= all.length; i++) {
        if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void close() {}
  }
}
