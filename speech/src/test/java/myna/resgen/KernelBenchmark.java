package myna.resgen;

import java.util.concurrent.TimeUnit;
import myna.codec.Codebooks;
import myna.codec.ResidualQuantizer;
import myna.codec.SeededNoise;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Times the Java part of a sampling step for one frame, at the sizes of the delivered pack. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
  private static final int DEPTH = 16;
  private static final int CODES = 1024;
  private static final int WIDTH = 64;
  private static final int COMPONENTS = 128;
  private static final int RANK = 16;

  private final ResidualQuantizer quantizer =
      new ResidualQuantizer(
          new Codebooks(new SeededNoise(1).gaussian(DEPTH * CODES * WIDTH), DEPTH, CODES, WIDTH));
  private final Components components =
      new Components(
          new SeededNoise(2).gaussian(COMPONENTS * WIDTH * RANK), COMPONENTS, WIDTH, RANK);
  private final MixtureDraw mixture =
      new MixtureDraw(components, new SamplingSettings.Draw(0.5, 0.3));
  private final Prediction prediction = Prediction.of(1, components);
  private final float[] residual = new SeededNoise(3).gaussian(WIDTH);
  private final int[] codes = new int[DEPTH];
  private final double[] scratch = quantizer.scratch();
  private final double[] normals = new double[WIDTH];

  /** Runs all of them. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(KernelBenchmark.class.getSimpleName()).build()).run();
  }

  /** All depths of a frame. */
  @Benchmark
  public int[] quantizesAFrame() {
    float[] z = residual.clone();
    quantizer.quantize(z, 0, 0, DEPTH, codes, 0, scratch);
    return codes;
  }

  /** One frame's vector. */
  @Benchmark
  public double drawsAFrame() {
    return mixture.draw(prediction, 0, 0.3, normals, residual);
  }

  /** One frame's noise. */
  @Benchmark
  public double[] drawsNoise() {
    new SeededNoise(5).normals(normals);
    return normals;
  }
}
