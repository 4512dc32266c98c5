package myna.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A small disk of one's own, where the system lets a test have one. */
public final class Disk implements AutoCloseable {
  private static final int BLOCK = 4096;

  private final Path root;

  private Disk(Path root) {
    this.root = root;
  }

  /** Mounts a disk, or skips the test. */
  public static Disk mount(Path folder, String size) throws IOException, InterruptedException {
    Path root = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", root.toString()),
        "needs a user who may mount a disk");
    return new Disk(root);
  }

  /** The folder that is the disk. */
  public Path root() {
    return root;
  }

  /** Leaves no room at all. */
  public void fill() throws IOException {
    fill(0);
  }

  /** Leaves room for so many bytes, in blocks as the disk has them. */
  public void fill(long left) throws IOException {
    byte[] block = new byte[BLOCK];
    Path ballast = root.resolve("ballast");
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      if (Files.getFileStore(root).getUsableSpace() > 0) {
        throw e;
      }
    }
    try (var channel = FileChannel.open(ballast, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - Math.ceilDiv(left, BLOCK) * BLOCK);
    }
  }

  /** Makes room again. */
  public void empty() throws IOException {
    Files.delete(root.resolve("ballast"));
  }

  /** From now on it may only be read. */
  public void makeReadOnly() throws IOException, InterruptedException {
    assumeTrue(run("mount", "-o", "remount,ro", root.toString()), "cannot remount");
  }

  /** Every file below a folder with its size and time; locks and empty folders do not count. */
  public static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".lock")) {
          contents.put(
              folder.relativize(file).toString(),
              Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
      }
    }
    return contents;
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", root.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // There is no such program on this system.
    }
  }
}
