package myna.speech;

import java.util.List;
import myna.resgen.SamplingSettings;

/**
 * What the synthesizer must know of a model; all of it is from the pack's manifest.
 *
 * @param pack name and version, for the user
 * @param signal rate, hop and level of its signals
 * @param symbols phoneme symbols by id; the first is silence
 * @param edgeFrames frames of silence that every utterance starts and ends with
 * @param defaults the settings that it sounds best with
 */
public record ModelFormat(
    String pack, Signal signal, List<String> symbols, int edgeFrames, SamplingSettings defaults) {
  /** Copies the list. */
  public ModelFormat {
    symbols = List.copyOf(symbols);
  }

  /**
   * The signals that the model was trained on.
   *
   * @param sampleRate per second
   * @param hop samples per codec frame
   * @param level of active speech, RMS in dB of full scale
   * @param referenceSeconds length that a reference is cut to
   */
  public record Signal(int sampleRate, int hop, double level, double referenceSeconds) {
    /** Seconds per codec frame. */
    public double frameSeconds() {
      return (double) hop / sampleRate;
    }
  }
}
