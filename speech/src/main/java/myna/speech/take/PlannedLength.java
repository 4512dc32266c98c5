package myna.speech.take;

import java.util.List;
import myna.speech.ModelFormat;
import myna.speech.Spacing;
import myna.speech.SpokenLength;
import myna.speech.model.Rhythm;
import myna.text.Pause;

/** The model's durations of a sentence's chunks, scaled by the speed as when they are spoken. */
public final class PlannedLength implements SpokenLength {
  private final ModelFormat format;
  private final Rhythm rhythm;
  private final List<Part> parts;
  private final Pause after;

  /**
   * A chunk that was not spoken yet.
   *
   * @param slots what each of its symbols stands for
   * @param logDurations [N] natural logarithm of frames
   * @param rhythm of its voice
   * @param pause that follows within the sentence
   */
  public record Part(
      List<PhonemeSequence.Slot> slots, float[] logDurations, Rhythm rhythm, Pause pause) {
    int[] frames(ModelFormat format, double speed) {
      return new Durations(format, rhythm, speed).frames(slots, logDurations);
    }
  }

  /**
   * The length of a sentence.
   *
   * @param rhythm of its first voice, which its pauses follow
   * @param parts at least one
   * @param after the pause that should follow it
   */
  public PlannedLength(ModelFormat format, Rhythm rhythm, List<Part> parts, Pause after) {
    this.format = format;
    this.rhythm = rhythm;
    this.parts = List.copyOf(parts);
    this.after = after;
  }

  @Override
  public double whole(double speed) {
    Spacing spacing = Edges.spacing(format, rhythm, speed);
    double rate = format.signal().outputRate();
    double sum = 0;
    for (Part part : parts) {
      double pause = Math.round(spacing.silenceFor(part.pause()) * rate) / rate;
      sum += new Edges(format, part.frames(format, speed)).length() / rate + pause;
    }
    return sum;
  }

  @Override
  public double lead(double speed) {
    return seconds(Edges.leadFrames(format, parts.getFirst().frames(format, speed)));
  }

  @Override
  public double tail(double speed) {
    return seconds(Edges.tailFrames(format, parts.getLast().frames(format, speed)));
  }

  @Override
  public double pauseAfter(double speed) {
    return Edges.spacing(format, rhythm, speed).silenceFor(after);
  }

  private double seconds(int frames) {
    return frames * format.signal().frameSeconds();
  }
}
