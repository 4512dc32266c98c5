package myna.narration.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import myna.delivery.Mastering;
import myna.files.AtomicFile;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.book.Cover;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.Project;

/**
 * Writes an EPUB 3 whose text is read aloud while it is shown (Media Overlays, EPUB 3.3): a page, a
 * SMIL file and a sound file for each chapter.
 */
final class OverlayBook {
  private static final String SOUND = ".m4a";

  /** ZIP counts from 1980; the same time for every file makes the same bytes. */
  private static final long TIME = 315_532_800_000L + 86_400_000L;

  private static final Map<Integer, String> ESCAPES =
      Map.of((int) '&', "&amp;", (int) '<', "&lt;", (int) '>', "&gt;", (int) '"', "&quot;");

  private final Project project;
  private final ExportSettings settings;
  private final Mastering mastering;

  OverlayBook(Project project, ExportSettings settings, Mastering mastering) {
    this.project = project;
    this.settings = settings;
    this.mastering = mastering;
  }

  /** Writes the book and gives its name. */
  Path write(Leveling leveling, Progress progress, Cancellation cancellation)
      throws NarrationException {
    Path file = settings.output();
    try {
      Path folder = Files.createTempDirectory(project.folder(), "export");
      try (AtomicFile target = AtomicFile.open(file)) {
        try (OutputStream out = Files.newOutputStream(target.part());
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
          store(zip, "mimetype", "application/epub+zip".getBytes(StandardCharsets.US_ASCII));
          put(zip, "META-INF/container.xml", OverlayPages.container());
          writePackage(zip, writeChapters(zip, folder, leveling, progress, cancellation));
        }
        target.commit();
      } finally {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw ExportFailures.of(file, e);
    }
    return file;
  }

  private List<OverlayChapter> writeChapters(
      ZipOutputStream zip,
      Path folder,
      Leveling leveling,
      Progress progress,
      Cancellation cancellation)
      throws IOException, NarrationException {
    List<OverlayChapter> chapters = new ArrayList<>();
    List<ChapterEntry> entries = new BookTimeline(project, project.spokenChapters()).chapters();
    ExportSettings silent =
        new ExportSettings(
            settings.output(), false, settings.sound(), Set.of(), settings.credits());
    for (int i = 0; i < entries.size(); i++) {
      Progress part = progress.part((double) i / entries.size(), (i + 1.0) / entries.size());
      BookTimeline timeline = new BookTimeline(project, List.of(entries.get(i)));
      Path sound = folder.resolve("sound" + SOUND);
      try {
        new SoundFile(project, silent, mastering)
            .ofChapter(i + 1, entries.size(), entries.get(i).title())
            .write(sound, timeline, leveling, part, cancellation);
        String name = "chapter-%04d".formatted(i + 1);
        chapters.add(OverlayChapter.write(zip, name, timeline));
        store(zip, "EPUB/" + name + SOUND, Files.readAllBytes(sound));
      } finally {
        Files.deleteIfExists(sound);
      }
    }
    return chapters;
  }

  private void writePackage(ZipOutputStream zip, List<OverlayChapter> chapters)
      throws IOException, NarrationException {
    Optional<Cover> cover = project.cover();
    if (cover.isPresent()) {
      store(zip, "EPUB/cover" + cover.get().extension(), cover.get().bytes());
    }
    put(zip, "EPUB/style.css", OverlayPages.style());
    put(zip, "EPUB/nav.xhtml", OverlayPages.navigation(project.metadata(), chapters));
    put(
        zip,
        "EPUB/package.opf",
        OverlayPages.packageDocument(project.metadata(), settings.credits(), cover, chapters));
  }

  static void put(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(TIME);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** Adds a file as it is, since it does not get smaller. */
  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** The characters that mean something in XML, escaped. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> escaped.append(ESCAPES.getOrDefault(c, Character.toString(c))));
    return escaped.toString();
  }
}
