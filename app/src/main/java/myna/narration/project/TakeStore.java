package myna.narration.project;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.script.Take;

/**
 * The sound of a project: a FLAC file and a description for each take, under the hash of what
 * decided on it. Any number of processes may add takes at once.
 */
public final class TakeStore {
  private static final String PART = ".part";
  private static final int BUFFER = 1 << 16;

  private final Path folder;

  TakeStore(Path folder) {
    this.folder = folder;
  }

  /** Adds a take; once this returns, it outlasts a power cut. */
  void add(StoredTake take, Audio audio) throws NarrationException {
    Path sound = sound(take.key());
    Path part = part(sound);
    Path description = description(take.key());
    Path descriptionPart = part(description);
    try {
      Files.createDirectories(sound.getParent());
      AudioFiles.write(part.resolveSibling(part.getFileName() + ".flac"), audio);
      Files.move(part.resolveSibling(part.getFileName() + ".flac"), part);
      force(part);
      var described = new TakeJson.Description(take, sha256(part));
      Files.writeString(descriptionPart, TakeJson.write(described));
      force(descriptionPart);
      move(descriptionPart, description);
      move(part, sound);
      force(sound.getParent());
    } catch (IOException e) {
      throw Failures.of(sound, e);
    } catch (AudioException e) {
      throw Failures.of(sound, e);
    } finally {
      discard(part);
      discard(descriptionPart);
    }
  }

  /** Whether there is a file for a key, whatever it holds. */
  boolean has(String key) {
    return Files.isRegularFile(sound(key));
  }

  /** Whether the sound of a key can be read and is what it was when it was added. */
  boolean isWhole(String key) {
    try {
      return find(key).isPresent();
    } catch (NarrationException e) {
      return false; // a disk that does not give it back has lost it
    }
  }

  /** The description of a take, if it is there and whole. */
  public Optional<StoredTake> find(String key) throws NarrationException {
    Path sound = sound(key);
    try {
      if (!Files.isRegularFile(sound)) {
        return Optional.empty();
      }
      Optional<TakeJson.Description> found = TakeJson.read(key, Files.readString(description(key)));
      if (found.isPresent() && found.get().sha256().equals(sha256(sound))) {
        return found.map(TakeJson.Description::take);
      }
      return Optional.empty();
    } catch (NoSuchFileException | CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new NarrationException(Reason.UNREADABLE, sound + " cannot be read", e);
    }
  }

  /**
   * The samples of a take.
   *
   * @throws NarrationException with {@link Reason#INCOMPLETE} if the file is not what it was
   */
  public Audio read(StoredTake take) throws NarrationException {
    try {
      Audio audio = AudioFiles.read(sound(take.key()));
      if (Take.Length.of(audio).equals(take.take().length())) {
        return audio;
      }
    } catch (AudioException e) {
      throw damaged(take, e);
    }
    throw damaged(take, null);
  }

  private NarrationException damaged(StoredTake take, AudioException cause) {
    return new NarrationException(
        Reason.INCOMPLETE,
        sound(take.key()) + " is missing or damaged: render again, which makes this sentence anew",
        cause);
  }

  /** Removes a take. */
  void remove(String key) throws NarrationException {
    try {
      Files.deleteIfExists(sound(key));
      Files.deleteIfExists(description(key));
    } catch (IOException e) {
      throw Failures.of(sound(key), e);
    }
  }

  /** Removes what interrupted processes left behind; only while no other adds takes. */
  void sweep() throws NarrationException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      files
          .filter(file -> file.getFileName().toString().contains(PART))
          .forEach(TakeStore::discard);
    } catch (IOException e) {
      throw Failures.of(folder, e);
    }
  }

  private Path sound(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key + ".flac");
  }

  private Path description(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key + ".json");
  }

  private static Path part(Path file) {
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + PART);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void force(Path file) throws IOException {
    boolean isFolder = Files.isDirectory(file);
    if (isFolder && File.separatorChar == '\\') {
      return; // Windows opens no folders; it writes their entries with the files.
    }
    StandardOpenOption way = isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(file, way)) {
      channel.force(true);
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // What is left over takes room but does no harm; the next start sweeps it away.
    }
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
