package myna.resgen;

/**
 * How the sampler works; the pack's manifest holds the settings that its model sounds best with.
 *
 * @param steps network evaluations, at least 1
 * @param schedule how many tokens stay masked after each step
 * @param guide how the condition is enforced
 * @param draw how a frame's vector is drawn from its mixture
 * @param unmasking which tokens are kept after a step
 */
public record SamplingSettings(
    int steps, Schedule schedule, Guide guide, Draw draw, Unmasking unmasking) {
  /** Settings in their ranges, for whoever has no model's own. */
  public static final SamplingSettings PLAIN =
      new SamplingSettings(1, new Schedule.Cosine(), 0, new Draw(1, 1), new Unmasking(1, 1));

  /** Checks the ranges. */
  public SamplingSettings {
    require(steps >= 1, "steps must be at least 1");
  }

  /** Settings with guidance in all steps. */
  public SamplingSettings(
      int steps, Schedule schedule, double guidance, Draw draw, Unmasking unmasking) {
    this(steps, schedule, new Guide(guidance, 1), draw, unmasking);
  }

  /** The weight of the guidance. */
  public double guidance() {
    return guide.weight();
  }

  /** Whether a step, from 1, is guided. */
  public boolean isGuided(int step) {
    return guide.weight() > 0 && step > steps - Math.round(guide.share() * steps);
  }

  /**
   * Classifier-free guidance, h = h_c + w (h_c - h_u). A guided step evaluates two branches,
   * another one the conditional branch alone.
   *
   * @param weight w, at least 0; 0 is none
   * @param share of the steps that are guided, the last ones, in [0, 1]: they keep nearly all of
   *     the tokens
   */
  public record Guide(double weight, double share) {
    /** Checks the ranges. */
    public Guide {
      require(weight >= 0 && Double.isFinite(weight), "guidance must be at least 0");
      require(share >= 0 && share <= 1, "the guided share must be from 0 to 1");
    }
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
   * @param spread how unequally frames are unmasked; 1 is as unequal as the masks of training
   * @param depths how many of the codec's depths are filled, the coarsest first; {@link #ALL} of
   *     them if there are fewer
   */
  public record Unmasking(double gumbel, double spread, int depths) {
    /** All depths of the codec. */
    public static final int ALL = Integer.MAX_VALUE;

    /** A choice that fills all depths. */
    public Unmasking(double gumbel, double spread) {
      this(gumbel, spread, ALL);
    }

    /** Checks the ranges. */
    public Unmasking {
      require(depths >= 1, "depths must be at least 1");
      require(gumbel >= 0 && Double.isFinite(gumbel), "Gumbel noise must be at least 0");
      require(spread >= 0 && Double.isFinite(spread), "spread must be at least 0");
    }
  }

  /** The same with another number of steps. */
  public SamplingSettings withSteps(int other) {
    return new SamplingSettings(other, schedule, guide, draw, unmasking);
  }

  /** The same with another schedule. */
  public SamplingSettings withSchedule(Schedule other) {
    return new SamplingSettings(steps, other, guide, draw, unmasking);
  }

  /** The same with another guidance. */
  public SamplingSettings withGuide(Guide other) {
    return new SamplingSettings(steps, schedule, other, draw, unmasking);
  }

  /** The same with another draw. */
  public SamplingSettings withDraw(Draw other) {
    return new SamplingSettings(steps, schedule, guide, other, unmasking);
  }

  /** The same with another choice of tokens. */
  public SamplingSettings withUnmasking(Unmasking other) {
    return new SamplingSettings(steps, schedule, guide, draw, other);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
