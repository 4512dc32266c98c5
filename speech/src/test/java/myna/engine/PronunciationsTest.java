package myna.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import myna.onnx.Packs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PronunciationsTest {
  @TempDir private Path home;
  private Pronunciations pronunciations;

  @BeforeEach
  void open() {
    pronunciations = new Pronunciations(home.resolve("lexicon.tsv"));
  }

  @Test
  void theUsersPronunciationsHoldAtOnce() throws Exception {
    assertThat(phonemes("Zorbly")).isNotEqualTo(List.of("W", "IH1", "N"));
    pronunciations.put("Zorbly", "W IH1 N");
    assertThat(phonemes("Zorbly")).isEqualTo(List.of("W", "IH1", "N"));
    pronunciations.put("Zorbly", "=win win");
    assertThat(phonemes("Zorbly")).hasSize(6);
    pronunciations.remove("zorbly");
    assertThat(phonemes("Zorbly")).isNotEqualTo(List.of("W", "IH1", "N"));
  }

  @Test
  void aBrokenLexiconKeepsNobodyFromSpeaking() throws IOException, EngineException {
    Files.writeString(home.resolve("lexicon.tsv"), "no tab here");
    assertThat(phonemes("morning")).isNotEmpty();
  }

  private List<String> phonemes(String word) throws EngineException {
    try (PackLease pack = Packs.tiny()) {
      return pack
          .frontEnd(pronunciations.reading())
          .analyze(word)
          .sentences()
          .getFirst()
          .words()
          .stream()
          .flatMap(each -> each.phonemes().stream())
          .toList();
    }
  }
}
