package myna.resgen;

import java.util.Arrays;

/**
 * Keeps tokens at random, whatever the confidence: after every step the masks follow exactly the
 * law of training. The baseline that a rule with confidence has to beat. Noise: one uniform per
 * masked token and step.
 */
public final class RandomRule implements RevealRule {
  @Override
  public Revealer start(int frames, int depth) {
    return (visible, confidence, masked, gumbel, noise) -> {
      int[] hidden = new int[frames];
      Arrays.setAll(hidden, i -> depth - visible[i]);
      int[] kept = Masking.draw(hidden, Arrays.stream(hidden).sum() - masked, noise);
      for (int i = 0; i < frames; i++) {
        visible[i] += kept[i];
      }
    };
  }
}
