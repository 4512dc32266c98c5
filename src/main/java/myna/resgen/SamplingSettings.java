package myna.resgen;

/**
 * How the sampler works; the pack's manifest holds the settings that its model sounds best with.
 *
 * @param steps network evaluations, at least 1
 * @param schedule how many tokens stay masked after each step
 * @param guidance w of classifier-free guidance, h = h_c + w (h_c - h_u), at least 0; 0 evaluates
 *     the conditional branch alone
 * @param draw how a frame's vector is drawn from its mixture
 * @param reveal which tokens are kept after a step
 */
public record SamplingSettings(
    int steps, Schedule schedule, double guidance, Draw draw, Reveal reveal) {
  /** Checks the ranges. */
  public SamplingSettings {
    require(steps >= 1, "steps must be at least 1");
    require(guidance >= 0 && Double.isFinite(guidance), "guidance must be at least 0");
  }

  /**
   * The draw from the mixture.
   *
   * @param topP share of the component probabilities that takes part, in (0, 1]
   * @param temperature factor on the Gaussian noise, at least 0
   */
  public record Draw(double topP, double temperature) {
    /** Checks the ranges. */
    public Draw {
      require(topP > 0 && topP <= 1, "top-p must be above 0 and at most 1");
      require(temperature >= 0 && Double.isFinite(temperature), "temperature must be at least 0");
    }
  }

  /**
   * The choice of the tokens that are kept.
   *
   * @param gumbel factor on the Gumbel noise that is added to the confidence at the start; it falls
   *     linearly to 0, as in MaskGIT (arXiv 2202.04200)
   * @param spread how unequally frames are revealed; 1 is as unequal as the masks of training
   * @param depths how many of the codec's depths are filled, the coarsest first; {@link #ALL} of
   *     them if there are fewer
   */
  public record Reveal(double gumbel, double spread, int depths) {
    /** All depths of the codec. */
    public static final int ALL = Integer.MAX_VALUE;

    /** Checks the ranges. */
    public Reveal {
      require(depths >= 1, "depths must be at least 1");
      require(gumbel >= 0 && Double.isFinite(gumbel), "Gumbel noise must be at least 0");
      require(spread >= 0 && Double.isFinite(spread), "spread must be at least 0");
    }
  }

  /** The same with another number of steps. */
  public SamplingSettings withSteps(int other) {
    return new SamplingSettings(other, schedule, guidance, draw, reveal);
  }

  /** The same with another schedule. */
  public SamplingSettings withSchedule(Schedule other) {
    return new SamplingSettings(steps, other, guidance, draw, reveal);
  }

  /** The same with another guidance. */
  public SamplingSettings withGuidance(double other) {
    return new SamplingSettings(steps, schedule, other, draw, reveal);
  }

  /** The same with another draw. */
  public SamplingSettings withDraw(Draw other) {
    return new SamplingSettings(steps, schedule, guidance, other, reveal);
  }

  /** The same with another choice of tokens. */
  public SamplingSettings withReveal(Reveal other) {
    return new SamplingSettings(steps, schedule, guidance, draw, other);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
