package myna.onnx;

import java.util.Optional;
import myna.codec.NetworkException;
import myna.resgen.SamplingSettings;
import myna.speech.ModelSource;
import myna.speech.SpeechModel;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;

/** A model pack as a source of its model. Reading loads no more than its network for words. */
public final class PackSource implements ModelSource {
  private final ModelPack pack;
  private final RuntimeSettings runtime;
  private final Optional<OnnxGraphemeToPhoneme> words;

  /** Reads with a pack, and loads it as {@code runtime} says. */
  public PackSource(ModelPack pack, RuntimeSettings runtime) {
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
  public SpeechModel load() {
    try {
      return pack.load(runtime);
    } catch (PackException e) {
      throw new NetworkException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    words.ifPresent(OnnxGraphemeToPhoneme::close);
  }
}
