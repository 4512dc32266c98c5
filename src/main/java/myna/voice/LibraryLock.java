package myna.voice;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import myna.voice.VoiceException.Reason;

/** The right to change the library, which one thread of one process has at a time. */
final class LibraryLock implements AutoCloseable {
  private static final String FILE = ".lock";
  private static final long PATIENCE_MILLIS = 10_000;
  private static final long POLL_MILLIS = 20;

  private final FileChannel channel;
  private final FileLock lock;

  private LibraryLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Waits for the lock; makes the folder where there is none.
   *
   * @throws VoiceException with {@link Reason#BUSY} after ten seconds
   */
  static LibraryLock acquire(Path folder) throws IOException, VoiceException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      for (long waited = 0; waited < PATIENCE_MILLIS; waited += POLL_MILLIS) {
        Optional<FileLock> lock = tryLock(channel);
        if (lock.isPresent()) {
          return new LibraryLock(channel, lock.get());
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new VoiceException(
        Reason.BUSY, "the voice library is in use by another Myna; try again when it is done");
  }

  /** Java reports another process's lock by null, one of its own by an exception. */
  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      lock.release();
    }
  }
}
