package myna.speech.take;

import java.util.List;
import myna.speech.ModelFormat;
import myna.speech.model.Rhythm;
import myna.speech.model.TextFeatures;
import myna.text.Pause;

/** Turns predicted durations into whole frames, and carries the rounding error on. */
final class Durations {
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
