package myna.onnx;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import myna.files.AtomicFile;
import myna.files.FolderLock;
import myna.files.Folders;
import myna.onnx.PackException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packs that are there: those delivered with the application, and those that the user imported.
 * A pack that is being imported lies in a folder with a passing name; where its process died, the
 * next look at the shelf sweeps it away. Whoever imports holds the shelf's lock until it is done,
 * so what lies there while nobody holds it is nobody's.
 *
 * @param delivered folder of packs, one folder each
 * @param imported likewise; need not exist
 */
public record PackShelf(Path delivered, Path imported) {
  private static final Logger LOG = LoggerFactory.getLogger(PackShelf.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String CARD = "MODEL_CARD.md";
  private static final String GOLDEN = "golden";

  /** The folders of all packs, delivered ones first, each sort by name. */
  public List<Path> folders() throws PackException {
    sweepUnlessBusy();
    List<Path> folders = new ArrayList<>(folders(delivered));
    folders.addAll(folders(imported));
    return folders;
  }

  private static List<Path> folders(Path shelf) throws PackException {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(shelf)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(shelf)) {
        for (Path entry : entries) {
          if (!Folders.isPassing(entry) && Files.isRegularFile(entry.resolve(ModelPack.MANIFEST))) {
            folders.add(entry);
          }
        }
      } catch (IOException e) {
        throw new PackException(Reason.FILES, "cannot read " + shelf + ": " + e.getMessage(), e);
      }
      Collections.sort(folders);
    }
    return folders;
  }

  /**
   * The folder of a pack.
   *
   * @param nameOrFolder a pack's name, a folder, or null for the first pack there is
   * @throws PackException if there is none
   */
  public Path find(String nameOrFolder) throws PackException {
    List<Path> folders = folders();
    if (nameOrFolder == null) {
      if (folders.isEmpty()) {
        throw new PackException(
            Reason.MISSING, "there is no model pack in " + delivered + " nor in " + imported);
      }
      return folders.getFirst();
    }
    for (Path folder : folders) {
      if (folder.getFileName().toString().equals(nameOrFolder)) {
        return folder;
      }
    }
    return Path.of(nameOrFolder);
  }

  /**
   * Takes a pack into the user's, whole or not at all.
   *
   * @param source a pack's folder, or a ZIP file of one
   * @return the folder it is in now
   * @throws PackException if it is no whole pack, or one of its name is there already
   */
  public Path take(Path source) throws PackException {
    if (!Files.exists(source)) {
      throw new PackException(Reason.MISSING, "there is no " + source);
    }
    try {
      if (Files.isDirectory(source)) {
        return copy(ModelPack.open(source));
      }
      try (FileSystem zip = FileSystems.newFileSystem(source)) {
        return copy(ModelPack.open(root(zip)));
      }
    } catch (ProviderNotFoundException e) {
      throw new PackException(Reason.MISSING, source + " is neither a folder nor a ZIP file", e);
    } catch (IOException e) {
      throw new PackException(Reason.FILES, "cannot import " + source + ": " + why(e), e);
    }
  }

  /** The folder with the manifest: the top of the ZIP file, or the one folder in it. */
  private static Path root(FileSystem zip) throws IOException {
    Path top = zip.getPath("/");
    if (Files.exists(top.resolve(ModelPack.MANIFEST))) {
      return top;
    }
    try (Stream<Path> entries = Files.list(top)) {
      return entries.filter(Files::isDirectory).findFirst().orElse(top);
    }
  }

  private Path copy(ModelPack pack) throws IOException, PackException {
    try (FolderLock _ = FolderLock.acquire(imported, PATIENCE).orElseThrow(this::busy)) {
      Folders.sweep(imported);
      Path target = imported.resolve(pack.manifest().name());
      if (Files.exists(target)) {
        throw new PackException(
            Reason.FILES, "there is a pack " + pack.manifest().name() + " already: " + target);
      }
      return copy(pack, target);
    }
  }

  private PackException busy() {
    return new PackException(
        Reason.FILES, "another Myna imports into " + imported + "; try again when it is done");
  }

  private Path copy(ModelPack pack, Path target) throws IOException, PackException {
    Path part = Files.createDirectory(Folders.passing(imported));
    try {
      copyFiles(pack, part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return target;
    } catch (FileAlreadyExistsException e) {
      throw new PackException(Reason.FILES, "there is a pack already: " + target, e);
    } finally {
      Folders.delete(part);
    }
  }

  /** What the manifest names, and the two that need no sum; nothing else comes along. */
  private static void copyFiles(ModelPack pack, Path to) throws IOException {
    Files.copy(pack.folder().resolve(ModelPack.MANIFEST), to.resolve(ModelPack.MANIFEST));
    for (String name : pack.manifest().files().keySet()) {
      Files.copy(pack.folder().resolve(name), to.resolve(name));
    }
    if (Files.isRegularFile(pack.folder().resolve(CARD))) {
      Files.copy(pack.folder().resolve(CARD), to.resolve(CARD));
    }
    Path golden = pack.folder().resolve(GOLDEN);
    if (Files.isDirectory(golden)) {
      try (Stream<Path> files = Files.walk(golden)) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(pack.folder().relativize(file).toString()));
        }
      }
    }
  }

  /** Removes what dead imports left. Where that cannot be done, nothing is worse than before. */
  private void sweepUnlessBusy() {
    try {
      if (hasLeftovers()) {
        Optional<FolderLock> lock = FolderLock.acquire(imported, Duration.ZERO);
        if (lock.isPresent()) {
          try (FolderLock _ = lock.get()) {
            Folders.sweep(imported);
          }
        }
      }
    } catch (IOException e) {
      LOG.debug("cannot sweep {}", imported, e);
    }
  }

  private boolean hasLeftovers() throws IOException {
    if (!Files.isDirectory(imported)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(imported)) {
      return entries.anyMatch(Folders::isPassing);
    }
  }

  private String why(IOException cause) {
    Path place = Files.exists(imported) ? imported.resolve("pack") : imported;
    return AtomicFile.explain(place, cause);
  }
}
