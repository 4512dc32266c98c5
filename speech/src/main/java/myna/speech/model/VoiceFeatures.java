package myna.speech.model;

import java.nio.FloatBuffer;
import java.util.Arrays;
import myna.resgen.adapt.AdaptedVoice;

/**
 * What the model keeps of a reference clip: made once, used for every sentence. The arrays are
 * owned by the record and are not changed.
 *
 * @param memory of the clip
 * @param style [S]
 * @param rhythm of the voice
 * @param reference [T] samples that were listened to, at the model's rate and level
 * @param adapted what the model's weights gain for this voice, null for nothing
 */
public record VoiceFeatures(
    Memory memory, float[] style, Rhythm rhythm, float[] reference, AdaptedVoice adapted) {
  /** A voice of usual rhythm that the model is not adapted to, without its samples. */
  public VoiceFeatures(Memory memory, float[] style) {
    this(memory, style, Rhythm.USUAL, new float[0], null);
  }

  /**
   * What the generator listens to in every layer, in the order that the pack wants: numbers that
   * the runtime reads where they lie.
   *
   * @param keys [layers, ...]
   * @param values [layers, ...]
   */
  public record Memory(Numbers keys, Numbers values) {}

  /**
   * An array of numbers.
   *
   * @param flat direct, in the machine's order of bytes; not to be changed
   * @param shape sizes of its axes
   */
  public record Numbers(FloatBuffer flat, long... shape) {
    /** The part at an index of the first axis. */
    public Numbers at(int index) {
      int size = Math.toIntExact(flat.capacity() / shape[0]);
      long[] rest = Arrays.copyOfRange(shape, 1, shape.length);
      return new Numbers(flat.slice(index * size, size), rest);
    }
  }

  public VoiceFeatures heardFrom(float[] samples, Rhythm other) {
    return new VoiceFeatures(memory, style, other, samples, adapted);
  }

  /** These features as the adapted model gave them. */
  public VoiceFeatures withAdapted(AdaptedVoice voice) {
    return new VoiceFeatures(memory, style, rhythm, reference, voice);
  }
}
