package myna.ui.fakes;

import myna.narration.NarrationException;
import myna.narration.NarrationException.Reason;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.onnx.Packs;
import myna.resgen.SamplingSettings;
import myna.speech.SpeechModel;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.ui.engine.BookEngine;

/** Narrates with the tiny pack: noise, but by the real way. */
public final class TinyBookEngine implements BookEngine {
  private final ModelPack pack;

  private TinyBookEngine(ModelPack pack) {
    this.pack = pack;
  }

  /** The engine. */
  public static TinyBookEngine open() throws PackException {
    return new TinyBookEngine(ModelPack.open(Packs.TINY));
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
  public void close() {}
}
