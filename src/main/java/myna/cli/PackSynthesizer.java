package myna.cli;

import myna.codec.NetworkException;
import myna.jobs.Cancellation;
import myna.narration.NarrationException;
import myna.narration.NarrationException.Reason;
import myna.narration.render.ModelSynthesizer;
import myna.narration.render.SentenceSynthesizer;
import myna.narration.render.Utterance;
import myna.narration.render.Voices;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.speech.SpeechModel;
import myna.speech.Synthesizer;
import myna.text.Sentence;

/** Speaks with a model pack, which it loads with the first sentence. */
final class PackSynthesizer implements SentenceSynthesizer, AutoCloseable {
  private final EngineOptions engine;
  private final NarrateReading reading;
  private final ModelPack pack;
  private final ModelSynthesizer synthesizer;
  private SpeechModel model;

  /**
   * @param speech options as a project keeps them
   */
  PackSynthesizer(
      ModelPack pack, EngineOptions engine, NarrateReading reading, String speech, Voices voices) {
    this.pack = pack;
    this.engine = engine;
    this.reading = reading;
    this.synthesizer =
        new ModelSynthesizer(
            this::load, NarrateSpeech.settings(speech, pack.defaults()), pack.identity(), voices);
  }

  private Synthesizer load() throws NarrationException {
    try {
      model = pack.load(engine.runtime());
      return new Synthesizer(model, reading.frontEnd());
    } catch (PackException e) {
      throw new NarrationException(Reason.SYNTHESIS, e.getMessage(), e);
    }
  }

  @Override
  public String identity() {
    return synthesizer.identity();
  }

  @Override
  public String fingerprint(String voice) throws NarrationException {
    return synthesizer.fingerprint(voice);
  }

  @Override
  public Utterance speak(Sentence sentence, long seed, Cancellation cancellation)
      throws NarrationException {
    try {
      return synthesizer.speak(sentence, seed, cancellation);
    } catch (NetworkException e) {
      throw new NarrationException(Reason.SYNTHESIS, e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
    }
  }
}
