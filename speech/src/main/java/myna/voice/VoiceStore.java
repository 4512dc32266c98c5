package myna.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import myna.files.AtomicFile;
import myna.files.FolderLock;
import myna.files.Folders;
import myna.voice.VoiceException.Reason;

/**
 * The folders behind the library. A voice's folder is called by its id; one that is being made or
 * removed has a name that starts with a dot, and is swept away with the next change if its process
 * died.
 */
final class VoiceStore {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

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
    try (FolderLock _ = FolderLock.acquire(root, PATIENCE).orElseThrow(VoiceStore::busy)) {
      Folders.sweep(root);
      return work.run();
    } catch (IOException e) {
      throw failure(e);
    } catch (IllegalArgumentException e) {
      throw new VoiceException(Reason.BAD_VALUE, e.getMessage(), e);
    }
  }

  private static VoiceException busy() {
    return new VoiceException(
        Reason.BUSY, "the voice library is in use by another Myna; try again when it is done");
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
    Path passing = Folders.passing(root);
    Files.createDirectory(passing);
    try {
      Voice voice = filler.fill(passing);
      VoiceFile.write(passing, voice);
      Files.move(passing, folder(voice), StandardCopyOption.ATOMIC_MOVE);
      return voice;
    } finally {
      Folders.delete(passing);
    }
  }

  /** Writes a voice that is there already. */
  Voice replace(Voice voice) throws IOException {
    VoiceFile.write(folder(voice), voice);
    return voice;
  }

  /** Removes a voice: out of sight first, then file by file. */
  void remove(Voice voice) throws IOException {
    Folders.remove(folder(voice));
  }

  /** Puts a failure of the disk into words. */
  VoiceException failure(IOException cause) {
    return new VoiceException(
        Reason.STORAGE, "the voice library in " + root + " cannot be used: " + why(cause), cause);
  }

  private String why(IOException cause) {
    return AtomicFile.explain(Files.exists(root) ? root.resolve("voice") : root, cause);
  }
}
