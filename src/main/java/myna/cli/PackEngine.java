package myna.cli;

import java.util.Optional;
import myna.narration.NarrationEngine;
import myna.narration.NarrationException;
import myna.narration.NarrationException.Reason;
import myna.onnx.ModelPack;
import myna.onnx.OnnxGraphemeToPhoneme;
import myna.onnx.PackException;
import myna.onnx.RuntimeSettings;
import myna.resgen.SamplingSettings;
import myna.speech.SpeechModel;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;

/** Narrates with a model pack. Books are read without loading more than its network for words. */
final class PackEngine implements NarrationEngine, AutoCloseable {
  private final ModelPack pack;
  private final RuntimeSettings runtime;
  private final Optional<OnnxGraphemeToPhoneme> words;

  PackEngine(ModelPack pack, RuntimeSettings runtime) {
    this.pack = pack;
    this.runtime = runtime;
    this.words = OnnxGraphemeToPhoneme.of(pack, runtime);
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
    TextFrontEnd plain = new TextFrontEnd(settings);
    return words.map(plain::withLearned).orElse(plain);
  }

  @Override
  public SpeechModel load() throws NarrationException {
    try {
      return pack.load(runtime);
    } catch (PackException e) {
      throw new NarrationException(Reason.SYNTHESIS, e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    words.ifPresent(OnnxGraphemeToPhoneme::close);
  }
}
