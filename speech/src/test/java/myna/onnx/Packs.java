package myna.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import myna.engine.Engine;
import myna.engine.EngineException;
import myna.engine.PackChoice;
import myna.engine.PackLease;

/** The packs that tests run on. */
public final class Packs {
  /** Random weights, but every file and shape of a real pack; made by src/training/tiny_pack.py. */
  public static final Path TINY = Path.of("speech", "src", "test", "resources", "tiny-pack");

  private Packs() {}

  /** What of another tiny pack is not that of {@link #TINY}: its decoder gives 24 kHz. */
  private static final Path TINY_24K =
      Path.of("speech", "src", "test", "resources", "tiny-pack-24k");

  /** The tiny pack, to be spoken with. */
  public static PackLease tiny() throws EngineException {
    return lease(TINY);
  }

  /** Any pack, to be spoken with. */
  public static PackLease lease(Path pack) throws EngineException {
    Path nowhere = Path.of("target", "nowhere");
    return new Engine(new PackShelf(nowhere, nowhere), cpu().natives())
        .lease(new PackChoice(pack.toString(), Device.CPU, 2));
  }

  /** A copy of the tiny pack whose decoder gives 24 kHz. */
  public static Path copy24k(Path to) {
    return copy(TINY_24K, copy(to));
  }

  /** Both tiny packs and all that are delivered, and one more that -Dmyna.pack=FOLDER names. */
  static List<Path> all() {
    Stream<Path> tiny = Stream.of(TINY, tiny24k());
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
    return copy(TINY, to);
  }

  private static Path copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path tiny24k() {
    try {
      return copy24k(Files.createTempDirectory("tiny-24k"));
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
