package myna.speech;

import java.util.List;
import java.util.Optional;
import myna.codec.Codec;
import myna.codec.NetworkException;
import myna.resgen.GeneratorNetwork;
import myna.resgen.Sampler;
import myna.resgen.adapt.AdaptedVoice;
import myna.text.GraphemeToPhoneme;

/**
 * A trained model: the networks that the synthesizer needs. All methods but {@link #close} throw
 * {@link myna.codec.NetworkException} if a network cannot be evaluated. Calls may come from several
 * threads.
 */
public interface SpeechModel extends AutoCloseable {
  /** What is to be known of the model. */
  ModelFormat format();

  /** The codec. */
  Codec codec();

  /** The sampler of the codec's tokens. */
  Sampler sampler();

  /**
   * What to keep of a reference.
   *
   * @param latents [R][d] sums of all code vectors of the reference clip
   */
  VoiceFeatures voice(float[] latents);

  /**
   * What to keep of a reference, heard by the model as it is adapted to the voice. Whatever is said
   * with these features is said by the adapted model.
   *
   * @param latents [R][d] sums of all code vectors of the reference clip
   * @param adapted to the pack of this model
   */
  default VoiceFeatures voice(float[] latents, AdaptedVoice adapted) {
    throw new NetworkException("this model cannot be adapted to a voice");
  }

  /**
   * Features and durations of a sentence.
   *
   * @param symbols [N] ids
   */
  TextFeatures text(int[] symbols, VoiceFeatures voice);

  /**
   * The generator of one sentence's tokens; the caller closes it.
   *
   * @param text [L][H] features, each repeated for the frames of its symbol
   * @param guidance 0 for none
   */
  GeneratorNetwork generator(float[] text, VoiceFeatures voice, double guidance);

  /**
   * Which phoneme is heard when.
   *
   * @param samples [T] at the rate of references, T a multiple of the hop
   * @return [T / hop][P] log-probabilities of the symbols
   */
  float[] posteriors(float[] samples);

  /**
   * Whose voice it is: clips of one speaker have embeddings of high cosine similarity.
   *
   * @param samples [T] at the rate of references
   * @return [E], or empty where the model has no speaker network
   */
  Optional<float[]> speaker(float[] samples);

  /** How words are said that no lexicon holds; a model without such a network has no answers. */
  default GraphemeToPhoneme letterToSound() {
    return word -> List.of();
  }

  /** The device the networks run on, such as {@code cpu}. */
  String device();

  @Override
  void close();
}
