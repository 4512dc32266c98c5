package myna.narration;

import myna.audio.Audio;
import myna.audio.Resampler;
import myna.narration.NarrationException.Reason;
import myna.narration.render.Voices;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.onnx.Packs;
import myna.resgen.SamplingSettings;
import myna.speech.ReferenceClipTest;
import myna.speech.SpeechModel;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;

/** Narrates with the tiny pack, and in one voice: Ruth's. */
final class TinyEngine implements NarrationEngine, Voices {
  private final ModelPack pack;

  TinyEngine() throws PackException {
    pack = ModelPack.open(Packs.TINY);
  }

  @Override
  public String identity() {
    return pack.identity();
  }

  @Override
  public SamplingSettings defaults() {
    return pack.defaults();
  }

  @Override
  public TextFrontEnd frontEnd(TextSettings settings) {
    return new TextFrontEnd(settings);
  }

  @Override
  public SpeechModel load() throws NarrationException {
    try {
      return pack.load(Packs.cpu());
    } catch (PackException e) {
      throw new NarrationException(Reason.SYNTHESIS, e.getMessage(), e);
    }
  }

  @Override
  public String fingerprint(String voice) throws NarrationException {
    if (!voice.equals("Ruth")) {
      throw new NarrationException(Reason.BAD_CAST, "there is no voice called " + voice);
    }
    return voice;
  }

  @Override
  public Audio clip(String voice, int sampleRate) {
    return Resampler.resample(ReferenceClipTest.clip(0.3, 3, 16_000), sampleRate);
  }
}
