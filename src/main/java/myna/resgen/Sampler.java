package myna.resgen;

import java.util.Arrays;
import java.util.Objects;
import myna.codec.NoiseSource;
import myna.codec.ResidualQuantizer;
import myna.codec.Tokens;
import myna.jobs.Cancellation;

/**
 * ResGen's sampler (Kim et al., ICML 2025, arXiv 2412.10208): starts with all tokens masked; every
 * step predicts each frame's sum of masked code vectors, draws it, and keeps a prefix of its
 * residual quantization, until nothing is masked. The number of steps does not depend on the depth.
 *
 * <p>Noise is drawn in this order, in every step t = 1..T: L uniforms that choose the components,
 * in frame order; L*d normals, in frame order; and, if t is below T, what the {@link RevealRule}
 * draws, which for {@link SpreadRule} is L uniforms in frame order. Finished frames draw theirs as
 * well.
 *
 * <p>Only the tokens that a step keeps are quantized, because the others are predicted anew: every
 * token is searched once in all. Safe for use by several threads.
 */
public final class Sampler {
  private final ResidualQuantizer quantizer;
  private final Components components;

  /** A sampler of tokens of these codebooks, from mixtures of these components. */
  public Sampler(ResidualQuantizer quantizer, Components components) {
    if (quantizer.codebooks().width() != components.width()) {
      throw new IllegalArgumentException(
          "codebooks of width %d, components of width %d"
              .formatted(quantizer.codebooks().width(), components.width()));
    }
    this.quantizer = Objects.requireNonNull(quantizer);
    this.components = components;
  }

  /** Samples with {@link SpreadRule}. */
  public Sampled sample(
      GeneratorNetwork network,
      SamplingSettings settings,
      NoiseSource noise,
      Cancellation cancellation) {
    RevealRule rule = new SpreadRule(settings.reveal().spread());
    return sample(network, settings, rule, noise, cancellation);
  }

  /**
   * Fills the tokens of a text.
   *
   * @param network bound to the text and the reference
   * @param settings steps, schedule, draw; the guidance is in the network already
   * @param rule which tokens are kept after each step but the last, which keeps all
   * @param noise all random numbers
   * @param cancellation asked before every evaluation
   * @throws myna.codec.NetworkException if the network cannot be evaluated
   */
  public Sampled sample(
      GeneratorNetwork network,
      SamplingSettings settings,
      RevealRule rule,
      NoiseSource noise,
      Cancellation cancellation) {
    Run run = new Run(network, settings, rule, noise);
    for (int step = 1; step <= settings.steps(); step++) {
      cancellation.check();
      run.step(step);
    }
    return run.result();
  }

  /** The state of one text: no step allocates. */
  private final class Run {
    private final GeneratorNetwork network;
    private final SamplingSettings settings;
    private final NoiseSource noise;
    private final RevealRule.Revealer revealer;
    private final MixtureDraw mixture;
    private final Prediction prediction;
    private final int frames;
    private final int depth;
    private final int width = components.width();
    private final int[] codes; // [L][D]
    private final int[] visible; // [L] depths
    private final int[] before; // [L] depths before the step
    private final float[] sums; // [L][d]
    private final float[] z; // [L][d]
    private final double[] uniforms; // [L]
    private final double[] normals; // [L][d]
    private final double[] confidence; // [L]
    private final float[] scratch = quantizer.scratch();
    private int masked;
    private long networkNanos;
    private long drawNanos;
    private long revealNanos;

    Run(GeneratorNetwork network, SamplingSettings settings, RevealRule rule, NoiseSource noise) {
      this.network = network;
      this.settings = settings;
      this.noise = noise;
      frames = network.frames();
      depth = Math.min(settings.reveal().depths(), quantizer.codebooks().depth());
      revealer = rule.start(frames, depth);
      mixture = new MixtureDraw(components, settings.draw());
      prediction = Prediction.of(frames, components);
      codes = new int[frames * depth];
      visible = new int[frames];
      before = new int[frames];
      sums = new float[frames * width];
      z = new float[frames * width];
      uniforms = new double[frames];
      normals = new double[frames * width];
      confidence = new double[frames];
      masked = frames * depth;
    }

    void step(int step) {
      long start = System.nanoTime();
      network.evaluate(sums, visible, prediction);
      long evaluated = System.nanoTime();
      draw();
      long drawn = System.nanoTime();
      reveal(step);
      quantize();
      networkNanos += evaluated - start;
      drawNanos += drawn - evaluated;
      revealNanos += System.nanoTime() - drawn;
    }

    private void draw() {
      noise.uniforms(uniforms);
      noise.normals(normals);
      for (int i = 0; i < frames; i++) {
        if (visible[i] < depth) {
          confidence[i] = mixture.draw(prediction, i, uniforms[i], normals, z);
        }
      }
    }

    private void reveal(int step) {
      System.arraycopy(visible, 0, before, 0, frames);
      if (step == settings.steps()) {
        Arrays.fill(visible, depth);
        masked = 0;
        return;
      }
      masked = Math.min(masked, stillMasked(step));
      double gumbel = settings.reveal().gumbel() * (1 - (double) step / settings.steps());
      revealer.reveal(visible, confidence, masked, gumbel, noise);
    }

    private int stillMasked(int step) {
      return settings.schedule().maskedTokens(step, settings.steps(), frames * depth);
    }

    private void quantize() {
      for (int i = 0; i < frames; i++) {
        quantizer.quantize(z, i * width, before[i], visible[i], codes, i * depth, scratch);
        for (int j = before[i]; j < visible[i]; j++) {
          quantizer.add(j, codes[i * depth + j], sums, i * width);
        }
      }
    }

    Sampled result() {
      Tokens tokens = new Tokens(codes, frames, depth);
      return new Sampled(tokens, settings.steps(), networkNanos, drawNanos, revealNanos);
    }
  }
}
