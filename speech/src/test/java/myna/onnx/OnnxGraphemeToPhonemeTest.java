package myna.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OnnxGraphemeToPhonemeTest {
  @TestFactory
  Stream<DynamicTest> pronouncesWithTheNetworkOfThePack() throws PackException {
    return Packs.all().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> pronounces(folder)));
  }

  private static void pronounces(Path folder) throws PackException {
    ModelPack pack = ModelPack.open(folder);
    Optional<OnnxGraphemeToPhoneme> network = OnnxGraphemeToPhoneme.of(pack, Packs.cpu());
    assertThat(network.isPresent()).isEqualTo(pack.manifest().letters() != null);
    if (network.isPresent()) {
      try (OnnxGraphemeToPhoneme open = network.get()) {
        List<String> phonemes = open.phonemes("blorptation");
        assertThat(pack.manifest().symbols()).containsAll(phonemes);
        assertThat(phonemes).filteredOn(phoneme -> phoneme.endsWith("1")).hasSize(1);
        assertThat(open.phonemes("blorptation")).isEqualTo(phonemes);
        assertThat(open.phonemes("na\u00efve")).isEmpty();
        assertThat(open.phonemes("")).isEmpty();
      }
    }
  }

  @Test
  void aNetworkThatCannotBeLoadedHasNoAnswer() throws PackException {
    ModelPack pack = ModelPack.open(Packs.TINY);
    Manifest manifest = pack.manifest();
    try (OnnxGraphemeToPhoneme broken =
        new OnnxGraphemeToPhoneme(
            manifest,
            "abc",
            () -> {
              throw new PackException(PackException.Reason.MISSING, "there is no such file");
            })) {
      assertThat(broken.phonemes("abc")).isEmpty();
      assertThat(broken.phonemes("cab")).isEmpty();
    }
  }
}
