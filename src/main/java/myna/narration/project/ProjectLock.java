package myna.narration.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps two processes from changing a project at once. The system takes the lock back when its
 * process ends, however it ends.
 */
final class ProjectLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private ProjectLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Locks a project if nobody else has.
   *
   * @param shared whether others may have it, too, as long as they share it
   * @return nothing where another has it
   */
  static Optional<ProjectLock> tryLock(Path file, boolean shared) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      if (lock != null) {
        return Optional.of(new ProjectLock(channel, lock));
      }
    } catch (OverlappingFileLockException e) {
      // This process has it already, which is as good as another.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      lock.release();
    }
  }
}
