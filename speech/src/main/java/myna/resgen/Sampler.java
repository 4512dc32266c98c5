package myna.resgen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  /** More shares than this are too small to be worth it. */
  private static final int WORKERS = Math.min(8, Runtime.getRuntime().availableProcessors());

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
   * Fills what is missing in the tokens of a text. The schedule counts what is missing alone.
   *
   * @param beginning of as many frames as the network has, and as many depths as are filled
   */
  public Sampled sample(
      GeneratorNetwork network,
      SamplingSettings settings,
      Beginning beginning,
      NoiseSource noise,
      Cancellation cancellation) {
    Run run = new Run(network, settings, new SpreadRule(settings.reveal().spread()), noise);
    run.begin(beginning);
    return run.all(cancellation);
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
    return new Run(network, settings, rule, noise).all(cancellation);
  }

  /**
   * A share of the frames, with what its work needs: shares are worked on at the same time, and
   * none depends on another.
   */
  private record Worker(int from, int to, MixtureDraw mixture, double[] scratch) {
    static List<Worker> shares(
        int frames,
        int count,
        Components components,
        SamplingSettings.Draw draw,
        ResidualQuantizer quantizer) {
      List<Worker> shares = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int from = frames * i / count;
        int to = frames * (i + 1) / count;
        shares.add(new Worker(from, to, new MixtureDraw(components, draw), quantizer.scratch()));
      }
      return shares;
    }
  }

  /** The state of one text. */
  private final class Run {
    private final GeneratorNetwork network;
    private final SamplingSettings settings;
    private final NoiseSource noise;
    private final RevealRule.Revealer revealer;
    private final List<Worker> workers;
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
    private int missing; // tokens at the beginning
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
      workers = Worker.shares(frames, WORKERS, components, settings.draw(), quantizer);
      prediction = Prediction.of(frames, components);
      codes = new int[frames * depth];
      visible = new int[frames];
      before = new int[frames];
      sums = new float[frames * width];
      z = new float[frames * width];
      uniforms = new double[frames];
      normals = new double[frames * width];
      confidence = new double[frames];
      missing = frames * depth;
      masked = missing;
    }

    void begin(Beginning beginning) {
      Tokens known = beginning.known();
      if (known.frames() != frames || known.depth() != depth) {
        throw new IllegalArgumentException(
            "%s for %d frames and %d depths".formatted(known, frames, depth));
      }
      for (int i = 0; i < frames; i++) {
        visible[i] = beginning.visible()[i];
        for (int j = 0; j < visible[i]; j++) {
          codes[i * depth + j] = known.at(i, j);
          quantizer.add(j, known.at(i, j), sums, i * width);
        }
        missing -= visible[i];
      }
      masked = missing;
    }

    Sampled all(Cancellation cancellation) {
      for (int step = 1; step <= settings.steps(); step++) {
        cancellation.check();
        step(step);
      }
      return result();
    }

    private void step(int step) {
      long start = System.nanoTime();
      network.evaluate(sums, visible, settings.isGuided(step), prediction);
      long evaluated = System.nanoTime();
      draw();
      long drawn = System.nanoTime();
      reveal(step);
      workers.parallelStream().forEach(this::quantize);
      networkNanos += evaluated - start;
      drawNanos += drawn - evaluated;
      revealNanos += System.nanoTime() - drawn;
    }

    private void draw() {
      noise.uniforms(uniforms);
      noise.normals(normals);
      workers.parallelStream().forEach(this::draw);
    }

    private void draw(Worker worker) {
      for (int i = worker.from(); i < worker.to(); i++) {
        if (visible[i] < depth) {
          confidence[i] = worker.mixture().draw(prediction, i, uniforms[i], normals, z);
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
      return settings.schedule().maskedTokens(step, settings.steps(), missing);
    }

    private void quantize(Worker worker) {
      for (int i = worker.from(); i < worker.to(); i++) {
        quantizer.quantize(z, i * width, before[i], visible[i], codes, i * depth, worker.scratch());
        for (int j = before[i]; j < visible[i]; j++) {
          quantizer.add(j, codes[i * depth + j], sums, i * width);
        }
      }
    }

    private Sampled result() {
      Tokens tokens = new Tokens(codes, frames, depth);
      long rows = settings.steps();
      for (int step = 1; step <= settings.steps(); step++) {
        rows += settings.isGuided(step) ? 1 : 0;
      }
      return new Sampled(
          tokens, settings.steps(), rows * frames, networkNanos, drawNanos, revealNanos);
    }
  }
}
