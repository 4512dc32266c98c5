package myna.onnx.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import myna.codec.NoiseSource;
import myna.codec.Tokens;
import myna.jobs.Cancellation;
import myna.onnx.PackException;
import myna.onnx.manifest.ManifestCheck;
import myna.resgen.GeneratorNetwork;
import myna.resgen.Prediction;
import myna.resgen.SamplingSettings;
import myna.speech.model.SpeechModel;
import myna.speech.model.VoiceFeatures;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every pack computes in Java what it computed in PyTorch. */
class GoldenTest {
  @TestFactory
  Stream<DynamicTest> javaAgreesWithPyTorch() {
    return Packs.all().stream()
        .flatMap(
            pack ->
                goldens(pack).stream()
                    .map(
                        folder ->
                            dynamicTest(
                                pack.getFileName() + ": " + folder.getFileName(),
                                () -> check(pack, Golden.read(folder)))));
  }

  private static List<Path> goldens(Path pack) {
    try (Stream<Path> folders = Files.list(pack.resolve("golden"))) {
      List<Path> found = folders.sorted().toList();
      assertThat(found)
          .extracting(f -> f.getFileName().toString())
          .contains("generator", "sampler");
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Path folder, Golden golden) throws PackException, OrtException {
    ModelPack pack = ModelPack.open(folder);
    switch (golden.file().graph()) {
      case "sampler" -> checkSampler(pack, golden);
      case "quantizer" -> checkQuantizer(pack, golden);
      case "adapt" -> checkStep(pack, golden);
      default -> checkGraph(pack, golden);
    }
  }

  private static void checkStep(ModelPack pack, Golden golden) throws PackException {
    try (OnnxStep step = OnnxStep.open(pack, OnnxRuntime.start(Packs.cpu()))) {
      new StepGolden(golden).checkLoss(step);
    }
  }

  private static void checkGraph(ModelPack pack, Golden golden) throws PackException, OrtException {
    OnnxRuntime runtime = OnnxRuntime.start(Packs.cpu());
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try (Graph graph =
        new Graph(runtime, pack.folder(), pack.manifest().graphs().get(golden.file().graph()))) {
      for (var input : golden.file().inputs().entrySet()) {
        inputs.put(input.getKey(), golden.tensor(runtime.environment(), input.getValue()));
      }
      try (OrtSession.Result result = graph.run(graph.inputs(inputs), Map.of())) {
        for (var output : golden.file().outputs().entrySet()) {
          float[] expected = golden.floats(output.getValue());
          float[] actual = graph.array(result, output.getKey(), expected.length);
          assertThat(difference(expected, actual))
              .as(output.getKey())
              .isLessThanOrEqualTo(golden.file().tolerance());
        }
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static double difference(float[] expected, float[] actual) {
    double scale = 1;
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      scale = Math.max(scale, Math.abs(expected[i]));
      largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
    }
    return largest / scale;
  }

  private static void checkQuantizer(ModelPack pack, Golden golden) throws PackException {
    try (SpeechModel model = pack.load(Packs.cpu())) {
      float[] latents = golden.floats(golden.file().inputs().get("latents"));
      Tokens tokens = model.codec().quantizer().encode(latents);
      assertThat(tokens.codes()).isEqualTo(golden.ints(golden.file().outputs().get("tokens")));
    }
  }

  private static void checkSampler(ModelPack pack, Golden golden) throws PackException {
    Map<String, Golden.Array> inputs = golden.file().inputs();
    SamplingSettings settings = ManifestCheck.settings(golden.file().sampling());
    VoiceFeatures voice =
        new VoiceFeatures(
            new VoiceFeatures.Memory(numbers(golden, "keys"), numbers(golden, "values")),
            golden.floats(inputs.get("style")));
    NoiseSource noise =
        new RecordedNoise(
            golden.floats(inputs.get("uniforms")),
            golden.floats(inputs.get("normals")),
            golden.floats(inputs.get("gumbels")),
            Math.toIntExact(inputs.get("uniforms").shape()[1]));
    try (SpeechModel model = pack.load(Packs.cpu());
        GeneratorNetwork network =
            inputs.containsKey("logits")
                ? new RecordedNetwork(golden)
                : model.generator(golden.floats(inputs.get("text")), voice, settings.guidance())) {
      Tokens tokens = model.sampler().sample(network, settings, noise, Cancellation.NEVER).tokens();
      assertThat(tokens.codes()).isEqualTo(golden.ints(golden.file().outputs().get("tokens")));
    }
  }

  private static VoiceFeatures.Numbers numbers(Golden golden, String name) {
    Golden.Array array = golden.file().inputs().get(name);
    return new VoiceFeatures.Numbers(
        Tensors.floats(array.count()).put(0, golden.floats(array)), array.shape());
  }

  /** Says what Python's network said, step by step. */
  private static final class RecordedNetwork implements GeneratorNetwork {
    private final int frames;
    private final List<float[]> said;
    private int step;

    RecordedNetwork(Golden golden) {
      Map<String, Golden.Array> inputs = golden.file().inputs();
      frames = Math.toIntExact(inputs.get("logits").shape()[1]);
      said =
          Stream.of("logits", "mean", "coefficients", "log_scale")
              .map(name -> golden.floats(inputs.get(name)))
              .toList();
    }

    @Override
    public int frames() {
      return frames;
    }

    @Override
    public void evaluate(float[] visible, int[] depths, boolean guided, Prediction into) {
      List<float[]> parts =
          List.of(into.logits(), into.mean(), into.coefficients(), into.logScale());
      for (int i = 0; i < parts.size(); i++) {
        int size = parts.get(i).length;
        System.arraycopy(said.get(i), step * size, parts.get(i), 0, size);
      }
      step++;
    }

    @Override
    public void close() {}
  }

  /** Hands out what Python drew: component uniforms, normals and Gumbel uniforms, step by step. */
  private static final class RecordedNoise implements NoiseSource {
    private final Deque<float[]> uniforms = new ArrayDeque<>();
    private final Deque<float[]> normals = new ArrayDeque<>();

    RecordedNoise(float[] components, float[] normals, float[] gumbels, int frames) {
      int steps = components.length / frames;
      int row = normals.length / steps;
      for (int step = 0; step < steps; step++) {
        uniforms.add(Arrays.copyOfRange(components, step * frames, (step + 1) * frames));
        this.normals.add(Arrays.copyOfRange(normals, step * row, (step + 1) * row));
        if (step < steps - 1) {
          uniforms.add(Arrays.copyOfRange(gumbels, step * frames, (step + 1) * frames));
        }
      }
    }

    @Override
    public void uniforms(double[] values) {
      hand(uniforms.remove(), values);
    }

    @Override
    public void normals(double[] values) {
      hand(normals.remove(), values);
    }

    private static void hand(float[] recorded, double[] values) {
      assertThat(recorded).hasSize(values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] = recorded[i];
      }
    }
  }
}
