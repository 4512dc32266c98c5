package myna.ui.engine;

import java.nio.file.Path;
import java.util.Optional;
import myna.narration.NarrationException;
import myna.narration.NarrationException.Reason;
import myna.onnx.ModelPack;
import myna.onnx.OnnxGraphemeToPhoneme;
import myna.onnx.PackException;
import myna.onnx.PackShelf;
import myna.onnx.RuntimeSettings;
import myna.resgen.SamplingSettings;
import myna.speech.SpeechModel;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.ui.settings.Settings;

/**
 * Narrates with the model pack that the settings name. A render has a model of its own, so that
 * neither the speak page nor a change of the settings stands in its way.
 */
public final class PackBookEngine implements BookEngine {
  private final ModelPack pack;
  private final RuntimeSettings runtime;
  private final Optional<OnnxGraphemeToPhoneme> words;

  private PackBookEngine(ModelPack pack, RuntimeSettings runtime) {
    this.pack = pack;
    this.runtime = runtime;
    this.words = OnnxGraphemeToPhoneme.of(pack, runtime);
  }

  /**
   * The engine of the pack that the settings name.
   *
   * @param natives folder that the runtime's libraries are unpacked into
   */
  public static PackBookEngine open(PackShelf shelf, Path natives, Settings.Engine settings)
      throws PackException {
    ModelPack pack = ModelPack.open(shelf.find(settings.pack().isEmpty() ? null : settings.pack()));
    return new PackBookEngine(pack, ModelEngine.runtime(settings, natives));
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
