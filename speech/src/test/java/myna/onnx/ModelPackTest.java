package myna.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import myna.onnx.PackException.Reason;
import myna.speech.SpeechModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPackTest {
  @TempDir Path folder;

  @Test
  void opensAWholePack() throws PackException {
    ModelPack pack = ModelPack.open(Packs.TINY);
    assertThat(pack.manifest().name()).isEqualTo("tiny");
    assertThat(pack.manifest().symbols()).startsWith("sil");
    try (SpeechModel model = pack.load(Packs.cpu())) {
      assertThat(model.device()).isEqualTo("cpu");
      assertThat(model.format().signal().frameSeconds()).isEqualTo(0.032);
      assertThat(model.codec().roundTrip(new float[1000], 4, 1)).hasSize(1000);
    }
  }

  @Test
  void findsAFlippedByteInAnyFile() throws IOException {
    Path pack = Packs.copy(folder.resolve("pack"));
    for (String name : List.of("generator.onnx", "codebooks.f16", "aligner.onnx")) {
      Path file = pack.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      assertThat(failure(pack)).hasMessageContaining(name).hasMessageContaining("SHA-256");
      assertThat(failure(pack).reason()).isEqualTo(Reason.DAMAGED);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
  }

  @Test
  void findsAFileThatIsMissingOrCutShort() throws IOException {
    Path pack = Packs.copy(folder.resolve("pack"));
    Path file = pack.resolve("components.f16");
    Files.write(file, new byte[3]);
    assertThat(failure(pack))
        .hasMessageContaining("components.f16")
        .hasMessageContaining("3 bytes");
    Files.delete(file);
    assertThat(failure(pack))
        .hasMessageContaining("components.f16")
        .hasMessageContaining("missing");
  }

  @Test
  void aFolderWithoutManifestIsNoPack() {
    assertThat(failure(folder).reason()).isEqualTo(Reason.MISSING);
    assertThat(failure(folder.resolve("nowhere")).reason()).isEqualTo(Reason.MISSING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          "formatVersion": 2          | "formatVersion": 1      | VERSION  | format version 1
          "formatVersion": 2,         |                         | MANIFEST | missing key 'formatVersion'
          "licence":                  | "license":              | MANIFEST | 'licence'
          "licence": "CC0-1.0",       |                         | MANIFEST | 'licence'
          "rank": 2,                  |                         | MANIFEST | missing key 'generator.rank'
          "rank": 2,                  | "rank": 2, "rung": 2,   | MANIFEST | unknown key 'generator.rung'
          "rank": 2,                  | "rank": 2.5,            | MANIFEST | generator.rank
          "rank": 2,                  | "rank": 0,              | MANIFEST | 'generator'
          "rank": 2,                  | "rank": "2",            | MANIFEST | generator.rank
          "rank": 2,                  | "rank": 2, "rank": 2,   | MANIFEST | rank
          "licence": "CC0-1.0"        | "licence": null         | MANIFEST | 'licence'
          "steps": 4                  | "steps": 0              | MANIFEST | 'sampling': steps
          "schedule": "power3"        | "schedule": "straight"  | MANIFEST | unknown schedule 'straight'
          "frameRate": 31.25          | "frameRate": 31         | MANIFEST | audio.frameRate
          "outputRate": 16000,        |                         | MANIFEST | missing key 'audio.outputRate'
          "outputRate": 16000         | "outputRate": 22051     | MANIFEST | 'audio.outputRate'
          "contextFrames": 16         | "contextFrames": 0      | MANIFEST | 'decoder'
          "heardShare": 0.85          | "heardShare": 1.5       | MANIFEST | 'rhythm.heardShare'
          "aligner": {                | "listener": {           | MANIFEST | unknown key 'graphs.listener'
          "log_scale": "log_scale"    | "scale": "log_scale"    | MANIFEST | 'graphs.generator.outputs.log_scale'
          "codebooks": "codebooks.f16"| "codebooks": "../c.f16" | MANIFEST | ../c.f16
          """)
  void refusesAManifestThatIsNotExactlyRight(String from, String to, Reason reason, String message)
      throws IOException {
    Path pack = Packs.copy(folder.resolve("pack"));
    Path file = pack.resolve(ModelPack.MANIFEST);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to == null ? "" : to));
    PackException failure = failure(pack);
    assertThat(failure).hasMessageContaining(message);
    assertThat(failure.getMessage()).doesNotContain("\n");
    assertThat(failure.reason()).isEqualTo(reason);
  }

  @Test
  void refusesWhatIsNoJson() throws IOException {
    Path pack = Packs.copy(folder.resolve("pack"));
    for (String text : List.of("", "{", "[]", "null", "{} {}", "\"formatVersion\"")) {
      Files.writeString(pack.resolve(ModelPack.MANIFEST), text);
      assertThat(failure(pack).reason()).isEqualTo(Reason.MANIFEST);
    }
  }

  @Test
  void saysWhyCudaCannotBeUsed() throws PackException {
    if (CudaProbe.missing().isPresent()) {
      ModelPack pack = ModelPack.open(Packs.TINY);
      RuntimeSettings cuda = new RuntimeSettings(Device.CUDA, 1, folder);
      PackException failure = catchThrowableOfType(PackException.class, () -> pack.load(cuda));
      assertThat(failure.reason()).isEqualTo(Reason.DEVICE);
      assertThat(failure).hasMessageContaining("cuda");
      try (SpeechModel model = pack.load(new RuntimeSettings(Device.AUTO, 1, folder))) {
        assertThat(model.device()).isEqualTo("cpu");
      }
    }
  }

  @Test
  void namesTheLibraryThatCudaLacks() {
    assertThat(CudaProbe.missing(List.of("libnosuchthing.so.7")))
        .hasValueSatisfying(reason -> assertThat(reason).contains("libnosuchthing.so.7"));
    assertThat(CudaProbe.missing(List.of())).isEmpty();
  }

  private static PackException failure(Path pack) {
    return catchThrowableOfType(PackException.class, () -> ModelPack.open(pack));
  }
}
