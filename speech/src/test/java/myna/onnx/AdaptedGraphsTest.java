package myna.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import myna.resgen.adapt.AdaptedVoice;
import myna.resgen.adapt.Additions;
import myna.resgen.adapt.FactorShape;
import myna.speech.SpeechModel;
import myna.speech.VoiceFeatures;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptedGraphsTest {
  /** Networks of the real kind, random and small; made by src/training/tiny_adapt.py. */
  private static final Path PACK = Path.of("speech", "src", "test", "resources", "tiny-adapt");

  private static final String CODES = "generator.layers.0.attention.project";
  private static final String BYTES = "text.shared";
  private static final String HALF = "generator.head.ups.0";

  @TempDir private Path folder;

  @Test
  void whatIsAddedIsThereWhateverTheForm() throws Exception {
    ModelPack pack = ModelPack.open(PACK);
    for (String map : List.of(CODES, BYTES, HALF)) {
      Additions additions = additions(pack, map);
      Map<Role, byte[]> models = AdaptedGraphs.merge(pack, additions);
      Role role = map.startsWith("text") ? Role.TEXT_ENCODER : Role.GENERATOR;
      float[] expected = weights(pack, role).get(map + ".weight");
      additions.maps().get(map).addTo(expected);
      Path merged = folder.resolve(map);
      Files.write(merged, models.get(role));
      float[] found = PackedWeights.read(merged).get(map + ".weight");
      float step = max(expected) / 127;
      assertThat(found).containsExactly(expected, Offset.offset(step));
    }
  }

  @Test
  void nothingAddedChangesNothing() throws Exception {
    ModelPack pack = ModelPack.open(PACK);
    Map<Role, byte[]> models = AdaptedGraphs.merge(pack, new Additions(List.of(), List.of()));
    Path file = PACK.resolve("generator.onnx");
    assertThat(models.get(Role.GENERATOR)).containsExactly(Files.readAllBytes(file));
    assertThat(models).containsOnlyKeys(AdaptedGraphs.ROLES);
  }

  @Test
  void anAdaptedVoiceIsHeardOtherwiseAndTheOthersAreNot() throws Exception {
    ModelPack pack = ModelPack.open(PACK);
    AdaptedVoice adapted = new AdaptedVoice(pack.identity(), additions(pack, BYTES));
    float[] latents = new float[24 * 8];
    int[] symbols = {0, 3, 5, 0};
    try (SpeechModel model = pack.load(Packs.cpu())) {
      VoiceFeatures plain = model.voice(latents);
      VoiceFeatures own = model.voice(latents, adapted);
      float[] before = model.text(symbols, plain).text();
      assertThat(model.text(symbols, own).text()).isNotEqualTo(before);
      assertThat(model.text(symbols, plain).text()).containsExactly(before);
    }
  }

  @Test
  void additionsToAnotherPackAreRefused() throws Exception {
    ModelPack pack = ModelPack.open(PACK);
    List<FactorShape> foreign =
        List.of(new FactorShape("other.narrow", 1, 4), new FactorShape("other.widen", 4, 1));
    assertThatThrownBy(() -> AdaptedGraphs.merge(pack, Additions.zero(foreign)))
        .isInstanceOf(PackException.class)
        .hasMessage("the adapted voice does not fit the pack: there is no map other");
    List<FactorShape> wrong =
        List.of(new FactorShape(BYTES + ".narrow", 1, 4), new FactorShape(BYTES + ".widen", 4, 1));
    assertThatThrownBy(() -> AdaptedGraphs.merge(pack, Additions.zero(wrong)))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("an addition to 4 x 4 weights, but there are");
  }

  @Test
  void whatIsNoModelIsRefused() throws Exception {
    Path file = folder.resolve("model.onnx");
    byte[] whole = Files.readAllBytes(PACK.resolve("generator.onnx"));
    for (int length : List.of(1, 100, whole.length / 2, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> StoredWeights.read(file))
          .isInstanceOf(PackException.class)
          .hasMessage(file + " is no ONNX model");
    }
  }

  private static Additions additions(ModelPack pack, String map) throws PackException {
    Role role = map.startsWith("text") ? Role.TEXT_ENCODER : Role.GENERATOR;
    int width = 48;
    int outputs = weights(pack, role).get(map + ".weight").length / width;
    List<FactorShape> shapes =
        List.of(
            new FactorShape(map + ".narrow", 2, width),
            new FactorShape(map + ".widen", outputs, 2));
    Additions additions = Additions.start(shapes, 1);
    for (int i = 0; i < outputs; i++) {
      additions.values().get(1)[2 * i] = 0.1f * (i % 3);
    }
    return additions;
  }

  private static PackedWeights weights(ModelPack pack, Role role) throws PackException {
    return PackedWeights.read(pack.folder().resolve(pack.manifest().graphs().get(role.key).file()));
  }

  private static float max(float[] values) {
    float max = 0;
    for (float value : values) {
      max = Math.max(max, Math.abs(value));
    }
    return max;
  }
}
