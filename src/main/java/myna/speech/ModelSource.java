package myna.speech;

import myna.resgen.SamplingSettings;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;

/** A model that can be loaded, and what it knows before that: how words are said. */
public interface ModelSource extends AutoCloseable {
  /** Identifies the model: another one reads unknown words otherwise and sounds otherwise. */
  String identity();

  /** The settings that the model sounds best with. */
  SamplingSettings defaults();

  /** A front end that knows how the model says words that no lexicon holds. */
  TextFrontEnd frontEnd(TextSettings settings);

  /**
   * Loads the model, for the first sentence and not before.
   *
   * @return closed by the caller
   * @throws myna.codec.NetworkException if it cannot be loaded
   */
  SpeechModel load();

  /** Ends the front ends; a loaded model goes on. */
  @Override
  void close();
}
