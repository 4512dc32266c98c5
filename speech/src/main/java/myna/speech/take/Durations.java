package myna.speech.take;

import java.util.Arrays;
import java.util.List;
import myna.codec.NoiseSource;
import myna.speech.ModelFormat;
import myna.speech.model.Rhythm;
import myna.speech.model.TextFeatures;
import myna.text.Pause;

/**
 * Turns predicted durations into whole frames, and carries the rounding error on. What is predicted
 * is an average, and people are not: {@link #drawn} lets phonemes differ from it by chance.
 */
final class Durations {
  /**
   * Of the natural logarithm of a phoneme's length from what is predicted, at temperature 1. In
   * recordings of unseen readers it is 0.49, of which a part is the frames that both are counted
   * in; with 0.3 speech comes near the spread that recordings have (docs/decisions/0046).
   */
  private static final double DEVIATION = 0.3;

  /** No phoneme lasts longer than this, whatever is predicted. */
  private static final double LONGEST_SECONDS = 1.28;

  private static final double SHORTEST_PAUSE = 0.5;
  private static final double LONGEST_PAUSE = 2;

  private final ModelFormat format;
  private final Rhythm rhythm;
  private final double speed;

  /**
   * Durations.
   *
   * @param rhythm of the voice
   * @param speed asked for
   */
  Durations(ModelFormat format, Rhythm rhythm, double speed) {
    this.format = format;
    this.rhythm = rhythm;
    this.speed = speed;
  }

  /**
   * The frames of each symbol.
   *
   * @param logDurations [N] natural logarithm of frames
   * @return [N] each at least 1
   */
  int[] frames(List<PhonemeSequence.Slot> slots, float[] logDurations) {
    int[] frames = new int[slots.size()];
    double carried = 0;
    for (int i = 0; i < frames.length; i++) {
      double wanted = carried + wanted(slots.get(i), Math.exp(logDurations[i]));
      frames[i] = (int) Math.max(1, Math.round(wanted));
      carried = wanted - frames[i];
    }
    return frames;
  }

  /**
   * The frames of each symbol, phonemes longer and shorter by chance. What lies between two pauses
   * lasts as long as in {@link #frames}, so pauses stay where they are.
   *
   * @param temperature factor on the chance; at 0 there is none
   * @param noise of which [N] normals are drawn
   */
  int[] drawn(
      List<PhonemeSequence.Slot> slots,
      float[] logDurations,
      double temperature,
      NoiseSource noise) {
    int[] frames = frames(slots, logDurations);
    if (temperature == 0) {
      return frames;
    }
    int count = frames.length;
    double[] parts = new double[count];
    noise.normals(parts);
    for (int i = 0; i < count; i++) {
      double factor = StrictMath.exp(DEVIATION * temperature * parts[i]);
      parts[i] = Math.max(0, factor * wanted(slots.get(i), Math.exp(logDurations[i])) - 1);
    }
    for (int from = 0; from < count; from++) {
      int to = from;
      while (to < count && slots.get(to) instanceof PhonemeSequence.Slot.Phone) {
        to++;
      }
      share(parts, frames, from, to);
      from = to;
    }
    return frames;
  }

  /** Shares the frames of a run of phonemes out: each has one, and of the others its part. */
  private static void share(double[] parts, int[] frames, int from, int to) {
    double sum = Arrays.stream(parts, from, to).sum();
    if (sum == 0) {
      return;
    }
    int spare = Arrays.stream(frames, from, to).sum() - (to - from);
    double before = 0;
    int given = 0;
    for (int i = from; i < to; i++) {
      before += parts[i];
      int upTo = (int) Math.round(spare * before / sum);
      frames[i] = 1 + upTo - given;
      given = upTo;
    }
  }

  private double wanted(PhonemeSequence.Slot slot, double predicted) {
    return switch (slot) {
      case PhonemeSequence.Slot.Edge() -> format.timing().edgeFrames();
      case PhonemeSequence.Slot.Phone(int _, double rate) ->
          Math.min(predicted, LONGEST_SECONDS / format.signal().frameSeconds())
              * rhythm.lengthScale()
              / (speed * rate);
      case PhonemeSequence.Slot.Gap(Pause pause) -> gap(pause, predicted);
    };
  }

  /** What was asked for is kept to; what punctuation suggests only bounds the prediction. */
  private double gap(Pause pause, double predicted) {
    double usual = pause.seconds() / format.signal().frameSeconds();
    if (pause.kind() == Pause.Kind.EXPLICIT) {
      return usual;
    }
    double given = Math.clamp(predicted, SHORTEST_PAUSE * usual, LONGEST_PAUSE * usual);
    return given * rhythm.pauseFactor() / speed;
  }

  /**
   * Text features, each repeated for its frames.
   *
   * @return [L][H]
   */
  static float[] expand(TextFeatures features, int[] frames) {
    int width = features.width();
    int total = 0;
    for (int count : frames) {
      total += count;
    }
    float[] expanded = new float[total * width];
    int at = 0;
    for (int i = 0; i < frames.length; i++) {
      for (int j = 0; j < frames[i]; j++) {
        System.arraycopy(features.text(), i * width, expanded, at, width);
        at += width;
      }
    }
    return expanded;
  }
}
