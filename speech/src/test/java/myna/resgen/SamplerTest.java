package myna.resgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import myna.codec.Codebooks;
import myna.codec.ResidualQuantizer;
import myna.codec.SeededNoise;
import myna.codec.Tokens;
import myna.jobs.Cancellation;
import myna.jobs.CancellationSwitch;
import myna.jobs.CancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
  private static final int FRAMES = 30;
  private static final int DEPTH = 6;
  private static final int WIDTH = 4;
  private static final int CODES = 8;
  private static final Components COMPONENTS =
      new Components(new float[3 * WIDTH * 2], 3, WIDTH, 2);
  private static final SamplingSettings SETTINGS =
      new SamplingSettings(
          8,
          Schedule.parse("power3"),
          0,
          new SamplingSettings.Draw(0.9, 1),
          new SamplingSettings.Unmasking(1, 1));

  private final ResidualQuantizer quantizer = new ResidualQuantizer(codebooks());
  private final Sampler sampler = new Sampler(quantizer, COMPONENTS);
  private final Tokens target = quantizer.encode(new SeededNoise(2).gaussian(FRAMES * WIDTH));

  private static Codebooks codebooks() {
    float[] vectors = new SeededNoise(1).gaussian(DEPTH * CODES * WIDTH);
    for (int i = 0; i < vectors.length; i++) {
      int depthIndex = i / (CODES * WIDTH);
      vectors[i] *= (float) Math.pow(0.12, depthIndex);
    }
    return new Codebooks(vectors, DEPTH, CODES, WIDTH);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 500})
  void findsTheTokensThatANetworkIsSureOf(int steps) {
    Oracle oracle = new Oracle(-20);
    Sampled sampled =
        sampler.sample(oracle, SETTINGS.withSteps(steps), new SeededNoise(1), Cancellation.NEVER);
    assertThat(sampled.tokens()).isEqualTo(target);
    assertThat(sampled.evaluations()).isEqualTo(steps).isEqualTo(oracle.evaluations);
  }

  @Test
  void masksByTheScheduleAndNeverMasksAgain() {
    for (UnmaskRule rule : List.of(new SpreadRule(1), new SpreadRule(0), new RandomRule())) {
      Oracle oracle = new Oracle(0);
      sampler.sample(oracle, SETTINGS, rule, new SeededNoise(1), Cancellation.NEVER);
      assertThat(oracle.evaluations).isEqualTo(8);
    }
  }

  @Test
  void guidesTheLastStepsOnly() {
    SamplingSettings guided =
        new SamplingSettings(
            8,
            SETTINGS.schedule(),
            new SamplingSettings.Guide(1, 0.5),
            SETTINGS.draw(),
            SETTINGS.unmasking());
    List<Boolean> steps = new ArrayList<>();
    Oracle oracle =
        new Oracle(0) {
          @Override
          public void evaluate(float[] visible, int[] depths, boolean guided, Prediction into) {
            super.evaluate(visible, depths, guided, into);
            steps.add(guided);
          }
        };
    sampler.sample(oracle, guided, new SeededNoise(1), Cancellation.NEVER);
    assertThat(steps).containsExactly(false, false, false, false, true, true, true, true);
  }

  @Test
  void fillsTheDepthsThatAreAskedForOnly() {
    SamplingSettings coarse = SETTINGS.withUnmasking(new SamplingSettings.Unmasking(1, 1, 2));
    Tokens tokens =
        sampler.sample(new Oracle(-20), coarse, new SeededNoise(1), Cancellation.NEVER).tokens();
    assertThat(tokens).isEqualTo(target.prefix(2));
  }

  @Test
  void theSeedDeterminesTheTokens() {
    assertThat(tokens(5)).isEqualTo(tokens(5)).isNotEqualTo(tokens(6));
  }

  private Tokens tokens(long seed) {
    return sampler
        .sample(new Oracle(0), SETTINGS, new SeededNoise(seed), Cancellation.NEVER)
        .tokens();
  }

  @Test
  void stopsWhereItIsCancelled() {
    CancellationSwitch cancellation = new CancellationSwitch();
    Oracle oracle =
        new Oracle(0) {
          @Override
          public void evaluate(float[] visible, int[] depths, boolean guided, Prediction into) {
            super.evaluate(visible, depths, guided, into);
            if (evaluations == 3) {
              cancellation.request();
            }
          }
        };
    assertThatThrownBy(() -> sampler.sample(oracle, SETTINGS, new SeededNoise(1), cancellation))
        .isInstanceOf(CancelledException.class);
    assertThat(oracle.evaluations).isEqualTo(3);
  }

  /** Knows the target: predicts the sum of what is masked, with one deviation for all. */
  private class Oracle implements GeneratorNetwork {
    private final float logScale;
    private final int[] before = new int[FRAMES];
    int evaluations;

    Oracle(float logScale) {
      this.logScale = logScale;
    }

    @Override
    public int frames() {
      return FRAMES;
    }

    @Override
    public void evaluate(float[] visible, int[] depths, boolean guided, Prediction into) {
      int masked = SETTINGS.schedule().maskedTokens(evaluations, 8, FRAMES * DEPTH);
      if (logScale == 0) {
        assertThat(Arrays.stream(depths).sum()).isEqualTo(FRAMES * DEPTH - masked);
      }
      evaluations++;
      Arrays.fill(into.logScale(), logScale);
      Arrays.fill(into.mean(), 0);
      for (int i = 0; i < FRAMES; i++) {
        assertThat(depths[i]).isBetween(before[i], DEPTH);
        before[i] = depths[i];
        for (int j = depths[i]; j < DEPTH; j++) {
          quantizer.add(j, target.at(i, j), into.mean(), i * WIDTH);
        }
      }
    }

    @Override
    public void close() {}
  }
}
