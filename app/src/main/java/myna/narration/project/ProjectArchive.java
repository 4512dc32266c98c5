package myna.narration.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import myna.files.AtomicFile;
import myna.files.Folders;
import myna.jobs.Cancellation;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;

/**
 * A project as one file, {@code NAME.mynabook}, to take a book to another machine: a ZIP archive of
 * its database, its cover, its lexicons and its takes, and nothing else.
 *
 * <p>A file from elsewhere is hostile until proved otherwise: names of entries are compared with
 * those that a project has, and no more is unpacked than any book takes. Takes are held against
 * their sums when they are used.
 */
public final class ProjectArchive {
  /** How names of such files end. */
  public static final String EXTENSION = ".mynabook";

  private static final Pattern NAMES =
      Pattern.compile(
          "project\\.db|cover\\.[a-z]{1,5}|lexicons/[\\p{L}\\p{N}][\\p{L}\\p{N}_ .-]{0,120}"
              + "|takes/[0-9a-f]{2}/[0-9a-f]{16,128}\\.(flac|json)");

  /** A hundred hours of FLAC at 16 kHz, and as much again. */
  private static final long MOST_BYTES = 20L << 30;

  private ProjectArchive() {}

  /** Writes a project, which nobody may work on meanwhile, into a file. */
  public static void write(Path folder, Path file, Cancellation cancellation)
      throws NarrationException {
    try (Project project = Projects.open(folder)) {
      project.database().checkpoint();
      AtomicFile.write(
          file,
          part -> {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(part))) {
              for (Path each : files(folder)) {
                cancellation.check();
                out.putNextEntry(new ZipEntry(name(folder, each)));
                Files.copy(each, out);
              }
            }
          });
    } catch (IOException e) {
      throw Failures.of(file, e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && NAMES.matcher(name(folder, file)).matches())
          .sorted()
          .toList();
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /**
   * Unpacks a project.
   *
   * @param folder where it goes; there whole or not at all, and not there yet
   */
  public static void read(Path file, Path folder, Cancellation cancellation)
      throws NarrationException {
    if (!Files.isRegularFile(file)) {
      throw new NarrationException(Reason.UNREADABLE, "there is no file " + file);
    }
    if (Files.exists(folder)) {
      throw new NarrationException(
          Reason.UNWRITABLE, "there is something in " + folder + " already");
    }
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Folders.delete(part);
      unpack(zip, file, part, cancellation);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (ZipException e) {
      throw malformed(file, "it is no ZIP archive, or one that is cut short");
    } catch (IOException e) {
      throw Failures.of(folder, e);
    } finally {
      discard(part);
    }
  }

  private static void unpack(ZipFile zip, Path file, Path folder, Cancellation cancellation)
      throws IOException, NarrationException {
    Set<String> seen = new HashSet<>();
    long left = MOST_BYTES;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      cancellation.check();
      ZipEntry entry = entries.nextElement();
      if (!NAMES.matcher(entry.getName()).matches() || !seen.add(entry.getName())) {
        throw malformed(file, "it holds files that no project has");
      }
      Path target = folder.resolve(entry.getName());
      Files.createDirectories(target.getParent());
      try (InputStream in = zip.getInputStream(entry);
          OutputStream out = Files.newOutputStream(target)) {
        left -= copy(in, out, left);
      }
      if (left < 0) {
        throw new NarrationException(
            Reason.TOO_LARGE, file + " would unpack to more than any book holds");
      }
    }
    if (!seen.contains("project.db")) {
      throw malformed(file, "it holds no project.db");
    }
  }

  /** Copies until the end, or until more than {@code most} bytes were copied. */
  private static long copy(InputStream in, OutputStream out, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    for (int read = in.read(buffer); read >= 0 && copied <= most; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      copied += read;
    }
    return copied;
  }

  private static NarrationException malformed(Path file, String why) {
    return new NarrationException(
        Reason.MALFORMED, file + " is no project that Myna can open: " + why);
  }

  private static void discard(Path folder) throws NarrationException {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw Failures.of(folder, e);
    }
  }
}
