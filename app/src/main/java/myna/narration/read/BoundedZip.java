package myna.narration.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;

/**
 * A ZIP archive of a stranger, read entry by entry into memory, within bounds. Names that point out
 * of the archive are no names in it. Not for use by several threads.
 */
final class BoundedZip implements AutoCloseable {
  private static final int MOST_ENTRIES = 20_000;
  private static final int LARGEST_ENTRY = 24 * 1024 * 1024;
  private static final long LARGEST_SUM = 256L * 1024 * 1024;

  private final Path file;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new TreeMap<>();
  private long bytesRead;

  private BoundedZip(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /** Opens an archive. */
  static BoundedZip open(Path file) throws IOException, NarrationException {
    ZipFile zip = openZip(file);
    if (zip.size() > MOST_ENTRIES) {
      zip.close();
      throw tooLarge(file);
    }
    BoundedZip bounded = new BoundedZip(file, zip);
    zip.stream()
        .filter(entry -> !entry.isDirectory())
        .forEach(entry -> bounded.entries.putIfAbsent(normalize(entry.getName()), entry));
    bounded.entries.remove("");
    return bounded;
  }

  private static ZipFile openZip(Path file) throws IOException, NarrationException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("encrypt")) {
        throw new NarrationException(
            Reason.PROTECTED, file + " is encrypted: Myna reads only open files", e);
      }
      throw new NarrationException(
          Reason.MALFORMED, file + " is damaged: its archive cannot be opened", e);
    }
  }

  /** The names of all files in the archive, sorted. */
  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  boolean has(String name) {
    return entries.containsKey(normalize(name));
  }

  /** What a file in the archive holds, or nothing where there is no such file. */
  Optional<byte[]> find(String name) throws NarrationException {
    ZipEntry entry = entries.get(normalize(name));
    return entry == null ? Optional.empty() : Optional.of(bytes(entry));
  }

  /** What a file in the archive holds. */
  byte[] read(String name) throws NarrationException {
    return find(name)
        .orElseThrow(
            () -> new NarrationException(Reason.MALFORMED, file + " is damaged: it lacks " + name));
  }

  private byte[] bytes(ZipEntry entry) throws NarrationException {
    long room = Math.min(LARGEST_ENTRY, LARGEST_SUM - bytesRead);
    if (entry.getSize() > room) {
      throw tooLarge(file);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) room + 1);
      if (bytes.length > room) {
        throw tooLarge(file);
      }
      bytesRead += bytes.length;
      return bytes;
    } catch (IOException e) {
      throw new NarrationException(
          Reason.MALFORMED, file + " is damaged: " + entry.getName() + " cannot be unpacked", e);
    }
  }

  /**
   * Opens a file in the archive for reading from start to end. Reading further than any book goes
   * throws an IOException that {@link #explain} knows.
   */
  InputStream stream(String name) throws IOException, NarrationException {
    ZipEntry entry = entries.get(normalize(name));
    if (entry == null) {
      throw new NarrationException(Reason.MALFORMED, file + " is damaged: it lacks " + name);
    }
    return new BoundedStream(zip.getInputStream(entry), LARGEST_SUM);
  }

  /** What a failure to read a stream means. */
  NarrationException explain(Exception failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof BoundedStream.TooLongException) {
        return tooLarge(file);
      }
    }
    return new NarrationException(
        Reason.MALFORMED, file + " is damaged: it cannot be read", failure);
  }

  private static NarrationException tooLarge(Path file) {
    return new NarrationException(
        Reason.TOO_LARGE, file + " unpacks to more than any book holds: it was not read");
  }

  /** A path within the archive without ".", ".." and doubled or reversed slashes. */
  static String normalize(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.replace('\\', '/').split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /** The path that {@code href} means within the file {@code base} of the archive. */
  static String resolve(String base, String href) {
    if (href.startsWith("/")) {
      return normalize(href);
    }
    return normalize(base.substring(0, base.lastIndexOf('/') + 1) + href);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
