package myna.narration;

import myna.resgen.SamplingSettings;
import myna.speech.SpeechModel;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;

/** What narrations read and speak with: a model pack, as whoever wires the program gives it. */
public interface NarrationEngine {
  /** Identifies the model: another one reads unknown words otherwise and sounds otherwise. */
  String identity();

  /** The settings that the model sounds best with. */
  SamplingSettings defaults();

  /** A front end that knows how the model says words that no lexicon holds. */
  TextFrontEnd frontEnd(TextSettings settings);

  /**
   * Loads the model, for the first sentence of a render and not before.
   *
   * @return closed by the caller when the render has ended; an engine that shares its model gives
   *     one whose {@code close} lets go of it
   */
  SpeechModel load() throws NarrationException;
}
