package myna.speech;

import java.util.List;
import myna.resgen.SamplingSettings;

/**
 * What the synthesizer must know of a model; all of it is from the pack's manifest.
 *
 * @param pack name and version, for the user
 * @param signal rate, hop and level of its signals
 * @param symbols phoneme symbols by id; the first is silence
 * @param timing of its utterances
 * @param likeness from which on two voices count as one
 * @param defaults the settings that it sounds best with
 */
@SuppressWarnings("exports") // how tokens are drawn is the sampler's: others choose by Knob
public record ModelFormat(
    String pack,
    Signal signal,
    List<String> symbols,
    Timing timing,
    Likeness likeness,
    SamplingSettings defaults) {
  /** Copies the list. */
  public ModelFormat {
    symbols = List.copyOf(symbols);
  }

  /**
   * The signals that the model was trained on.
   *
   * @param sampleRate of references and tokens, samples per second
   * @param outputRate of speech, samples per second
   * @param hop samples per codec frame at {@code sampleRate}
   * @param level of active speech, RMS in dB of full scale
   * @param referenceSeconds length that a reference is cut to
   * @param referenceDither white noise that is added to references, RMS in dB of full scale;
   *     negative infinity for none
   */
  public record Signal(
      int sampleRate,
      int outputRate,
      int hop,
      double level,
      double referenceSeconds,
      double referenceDither) {
    /** Seconds per codec frame. */
    public double frameSeconds() {
      return (double) hop / sampleRate;
    }

    /** Samples of speech per codec frame. */
    public int outputHop() {
      return Math.toIntExact((long) hop * outputRate / sampleRate);
    }

    /** The codec frames that last about so long. */
    public int frames(double seconds) {
      return (int) Math.round(seconds / frameSeconds());
    }
  }

  /**
   * When an utterance is silent, how the timing of references is told, and how it is heard.
   *
   * @param edgeFrames frames of silence that every utterance starts and ends with
   * @param paceBias spoken over predicted length of phonemes on clips of training
   * @param hearing of the aligner
   */
  public record Timing(int edgeFrames, double paceBias, Hearing hearing) {}

  /**
   * What the aligner hears.
   *
   * @param share of the spoken phonemes, on clips of training
   * @param word score below which a word counts as garbled, see {@link Ear}
   * @param sentence mean score below which nothing that was said can be understood
   */
  public record Hearing(double share, double word, double sentence) {}

  /**
   * Cosines between embeddings of the pack's speaker network, found on recorded readers: each from
   * which on two voices count as one. What they let pass and what they refuse is in
   * docs/measurements.md, "Consent".
   *
   * @param consent of a recording that consents and a voice's clips
   * @param listed of a new voice and one of a list of protected voices
   * @param reader of the two groups of readings that are least alike, where one voice is adapted to
   */
  public record Likeness(double consent, double listed, double reader) {}
}
