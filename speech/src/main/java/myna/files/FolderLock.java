package myna.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * The right to change a folder, which one thread of one process has at a time. The system takes it
 * back from a process that dies.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";
  private static final long POLL_MILLIS = 20;

  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Waits for the lock; makes the folder where there is none.
   *
   * @param patience how long to wait; none tries once
   * @return nothing if somebody else had it all the time, or if the thread was interrupted
   */
  public static Optional<FolderLock> acquire(Path folder, Duration patience) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      Optional<FileLock> lock = tryLock(channel);
      for (long waited = 0; lock.isEmpty() && waited < patience.toMillis(); waited += POLL_MILLIS) {
        Thread.sleep(POLL_MILLIS);
        lock = tryLock(channel);
      }
      if (lock.isPresent()) {
        return Optional.of(new FolderLock(channel, lock.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
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
