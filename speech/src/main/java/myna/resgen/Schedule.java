package myna.resgen;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The masking schedule: the share of the tokens that is masked at time r, falling from 1 at r = 0
 * to 0 at r = 1. Cosine and power are the two that related work uses.
 */
public sealed interface Schedule {
  /**
   * The share of tokens that is masked.
   *
   * @param r time, in [0, 1]
   * @return in [0, 1]
   */
  double masked(double r);

  /** The name that {@link #parse} reads. */
  String name();

  /**
   * How many tokens are masked after a step.
   *
   * @param step from 1 to steps
   * @param steps in total
   * @param tokens L * D
   */
  default int maskedTokens(int step, int steps, int tokens) {
    if (step >= steps) {
      return 0;
    }
    return (int) Math.ceil(masked((double) step / steps) * tokens - 1e-9);
  }

  /**
   * The schedule of a name.
   *
   * @param name {@code cosine}, or {@code power} with its exponent, such as {@code power3}
   * @throws IllegalArgumentException if there is no such schedule
   */
  static Schedule parse(String name) {
    if (name.equals("cosine")) {
      return new Cosine();
    }
    Matcher power = Power.NAME.matcher(name);
    if (power.matches()) {
      return new Power(Double.parseDouble(power.group(1)));
    }
    throw new IllegalArgumentException(
        "unknown schedule '" + name + "': use cosine, or power with an exponent, such as power3");
  }

  /** cos(pi r / 2), from MaskGIT (arXiv 2202.04200). */
  record Cosine() implements Schedule {
    @Override
    public double masked(double r) {
      return Math.cos(Math.PI * r / 2);
    }

    @Override
    public String name() {
      return "cosine";
    }
  }

  /**
   * (1 - r^p)^(1/p).
   *
   * @param exponent p, positive
   */
  record Power(double exponent) implements Schedule {
    private static final Pattern NAME = Pattern.compile("power(\\d{1,3}(?:\\.\\d{1,6})?)");

    /** Checks the exponent. */
    public Power {
      if (!(exponent > 0)) {
        throw new IllegalArgumentException("the exponent of a power schedule must be positive");
      }
    }

    @Override
    public double masked(double r) {
      return Math.pow(1 - Math.pow(r, exponent), 1 / exponent);
    }

    @Override
    public String name() {
      String digits = Double.toString(exponent);
      return "power" + (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits);
    }
  }
}
