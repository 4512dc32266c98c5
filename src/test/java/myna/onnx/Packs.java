package myna.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import myna.speech.ModelSource;

/** The packs that tests run on. */
public final class Packs {
  /** Random weights, but every file and shape of a real pack; made by src/training/tiny_pack.py. */
  public static final Path TINY = Path.of("src", "test", "resources", "tiny-pack");

  private Packs() {}

  /** The tiny pack, to be loaded. */
  public static ModelSource tiny() throws PackException {
    return new PackSource(ModelPack.open(TINY), cpu());
  }

  /** The tiny pack and all that are delivered, and one more that -Dmyna.pack=FOLDER names. */
  static List<Path> all() {
    Stream<Path> tiny = Stream.of(TINY);
    Stream<Path> named = Stream.ofNullable(System.getProperty("myna.pack")).map(Path::of);
    Path models = Path.of("models");
    if (!Files.isDirectory(models)) {
      return Stream.concat(tiny, named).toList();
    }
    try (Stream<Path> folders = Files.list(models)) {
      Stream<Path> delivered =
          folders.filter(f -> Files.exists(f.resolve(ModelPack.MANIFEST))).sorted();
      return Stream.of(tiny, delivered, named).flatMap(packs -> packs).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy of the tiny pack that a test may spoil. */
  public static Path copy(Path to) {
    try (Stream<Path> files = Files.walk(TINY)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(TINY.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this machine can run networks on CUDA. */
  public static boolean hasCuda() {
    return CudaProbe.missing().isEmpty();
  }

  /** The CPU, two threads, and libraries unpacked once per build. */
  public static RuntimeSettings cpu() {
    return new RuntimeSettings(Device.CPU, 2, Path.of("target", "natives"));
  }
}
