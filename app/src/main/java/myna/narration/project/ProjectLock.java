package myna.narration.project;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps two processes from changing a project at once. The system takes the lock back when its
 * process ends, however it ends.
 *
 * <p>POSIX takes the locks of a process on a file back as soon as the process closes the file, even
 * by another channel. So a process that has the lock must not open the file again: a marker with
 * the process's name says so.
 */
final class ProjectLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;
  private final Path marker;

  private ProjectLock(FileChannel channel, FileLock lock, Path marker) {
    this.channel = channel;
    this.lock = lock;
    this.marker = marker;
  }

  /**
   * Locks a project if nobody else has.
   *
   * @param shared whether other processes may have it, too, as long as they share it
   * @return nothing where another has it, or this process already
   */
  static Optional<ProjectLock> tryLock(Path file, boolean shared) throws IOException {
    Path marker = marker(file);
    try {
      Files.createFile(marker);
    } catch (FileAlreadyExistsException e) {
      return Optional.empty();
    }
    Optional<ProjectLock> taken = Optional.empty();
    try {
      taken = open(file, shared, marker);
    } finally {
      if (taken.isEmpty()) {
        Files.deleteIfExists(marker);
      }
    }
    if (taken.isPresent() && !shared) {
      sweep(file, marker);
    }
    return taken;
  }

  private static Optional<ProjectLock> open(Path file, boolean shared, Path marker)
      throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock(0, Long.MAX_VALUE, shared);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return Optional.ofNullable(lock).map(taken -> new ProjectLock(channel, taken, marker));
  }

  /** Named after the process so that no other has the same: its id, its machine, its start. */
  private static Path marker(Path file) {
    RuntimeMXBean process = ManagementFactory.getRuntimeMXBean();
    String name = process.getName().replaceAll("[^\\w.@-]", "_");
    return file.resolveSibling(file.getFileName() + "." + name + "." + process.getStartTime());
  }

  /** Removes the markers of processes that were killed: nobody else has the lock now. */
  private static void sweep(Path file, Path own) throws IOException {
    String markers = file.getFileName() + ".*";
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(file.toAbsolutePath().getParent(), markers)) {
      for (Path marker : found) {
        if (!marker.getFileName().equals(own.getFileName())) {
          Files.deleteIfExists(marker);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      lock.release();
    } finally {
      Files.deleteIfExists(marker);
    }
  }
}
