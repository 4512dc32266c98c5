package myna.voice;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import myna.audio.AtomicFile;
import myna.voice.VoiceException.Reason;

/**
 * The folders behind the library. A voice's folder is called by its id; one that is being made or
 * removed has a name that starts with a dot, and is swept away with the next change if its process
 * died.
 */
final class VoiceStore {
  private static final String PASSING = ".passing-";

  private final Path root;

  VoiceStore(Path root) {
    this.root = root;
  }

  /** Work on the library by whoever holds the lock. */
  interface Work<T> {
    T run() throws IOException, VoiceException;
  }

  /** Fills the folder of a new voice. */
  interface Filler {
    /** Writes the clips and tells the voice, whose file is not written yet. */
    Voice fill(Path folder) throws IOException, VoiceException;
  }

  /** An id for a new voice. */
  static String newId() {
    return HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
  }

  /** The folder of a voice. */
  Path folder(Voice voice) {
    return root.resolve(voice.id());
  }

  /** Does work under the lock, and puts its failures into words. */
  <T> T change(Work<T> work) throws VoiceException {
    try (LibraryLock _ = LibraryLock.acquire(root)) {
      sweep();
      return work.run();
    } catch (IOException e) {
      throw failure(e);
    } catch (IllegalArgumentException e) {
      throw new VoiceException(Reason.BAD_VALUE, e.getMessage(), e);
    }
  }

  /** The folders that hold voices. */
  List<Path> folders() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }

  /** The voice in a folder; nothing if it was removed meanwhile or never was one. */
  Optional<Voice> read(Path folder) throws IOException, VoiceException {
    try {
      Voice voice = VoiceFile.read(folder);
      return folder.equals(folder(voice)) ? Optional.of(voice) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** A voice as it is stored now. */
  Voice current(Voice voice) throws IOException, VoiceException {
    return read(folder(voice))
        .orElseThrow(
            () ->
                new VoiceException(
                    Reason.NOT_FOUND, "the voice \"" + voice.name() + "\" was removed"));
  }

  /** Adds a voice: its folder takes its name when everything is in it. */
  Voice add(Filler filler) throws IOException, VoiceException {
    Path passing = root.resolve(PASSING + UUID.randomUUID());
    Files.createDirectory(passing);
    try {
      Voice voice = filler.fill(passing);
      VoiceFile.write(passing, voice);
      Files.move(passing, folder(voice), StandardCopyOption.ATOMIC_MOVE);
      return voice;
    } finally {
      delete(passing);
    }
  }

  /** Writes a voice that is there already. */
  Voice replace(Voice voice) throws IOException {
    VoiceFile.write(folder(voice), voice);
    return voice;
  }

  /** Removes a voice: out of sight first, then file by file. */
  void remove(Voice voice) throws IOException {
    Path passing = root.resolve(PASSING + UUID.randomUUID());
    Files.move(folder(voice), passing, StandardCopyOption.ATOMIC_MOVE);
    delete(passing);
  }

  /** Puts a failure of the disk into words. */
  VoiceException failure(IOException cause) {
    return new VoiceException(
        Reason.STORAGE, "the voice library in " + root + " cannot be used: " + why(cause), cause);
  }

  private String why(IOException cause) {
    return AtomicFile.explain(Files.exists(root) ? root.resolve("voice") : root, cause);
  }

  private void sweep() throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder :
          folders.filter(f -> f.getFileName().toString().startsWith(PASSING)).toList()) {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
