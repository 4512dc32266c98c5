package myna.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackShelfTest {
  @TempDir private Path folder;
  private PackShelf shelf;

  @BeforeEach
  void makeShelf() {
    shelf = new PackShelf(folder.resolve("delivered"), folder.resolve("imported"));
  }

  @Test
  void findsPacksByNameOrFolder() throws PackException {
    assertThatThrownBy(() -> shelf.find(null)).isInstanceOf(PackException.class);
    Packs.copy(folder.resolve("delivered").resolve("tiny"));
    assertThat(shelf.find(null)).isEqualTo(folder.resolve("delivered/tiny"));
    assertThat(shelf.find("tiny")).isEqualTo(folder.resolve("delivered/tiny"));
    assertThat(shelf.find("some/where")).isEqualTo(Path.of("some/where"));
  }

  @Test
  void takesAFolderOnceAndWhole() throws PackException, IOException {
    Path source = Packs.copy(folder.resolve("source"));
    Files.writeString(source.resolve("extra.exe"), "not named in the manifest");
    Files.writeString(source.resolve("MODEL_CARD.md"), "# Tiny");
    Path taken = shelf.take(source);
    assertThat(taken).isEqualTo(folder.resolve("imported/tiny"));
    assertThat(ModelPack.open(taken).manifest().name()).isEqualTo("tiny");
    assertThat(taken.resolve("MODEL_CARD.md")).exists();
    assertThat(taken.resolve("golden/sampler/golden.json")).exists();
    assertThat(taken.resolve("extra.exe")).doesNotExist();
    assertThatThrownBy(() -> shelf.take(source)).hasMessageContaining("already");
    assertOnlyTiny();
  }

  @Test
  void takesAZipFile() throws PackException, IOException {
    Path zip = folder.resolve("pack.zip");
    zip(Packs.TINY, zip);
    assertThat(ModelPack.open(shelf.take(zip)).manifest().name()).isEqualTo("tiny");
    assertOnlyTiny();
  }

  @Test
  void takesNothingThatIsNoWholePack() throws IOException {
    Path source = Packs.copy(folder.resolve("source"));
    Files.write(source.resolve("aligner.onnx"), new byte[10]);
    assertThatThrownBy(() -> shelf.take(source)).isInstanceOf(PackException.class);
    Path text = Files.writeString(folder.resolve("text.zip"), "no ZIP file");
    assertThatThrownBy(() -> shelf.take(text)).isInstanceOf(PackException.class);
    assertThatThrownBy(() -> shelf.take(folder.resolve("nothing")))
        .isInstanceOf(PackException.class);
    assertThat(folder.resolve("imported")).doesNotExist();
  }

  private void assertOnlyTiny() throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve("imported"))) {
      assertThat(entries.filter(entry -> !entry.endsWith(".lock")))
          .containsExactly(folder.resolve("imported/tiny"));
    }
  }

  private static void zip(Path source, Path zip) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(
            new ZipEntry("tiny/" + source.relativize(file).toString().replace('\\', '/')));
        entries.write(Files.readAllBytes(file));
      }
    }
  }
}
