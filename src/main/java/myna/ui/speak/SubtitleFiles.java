package myna.ui.speak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.files.AtomicFile;

/** Subtitles beside a file of sound, under its name; they appear when they are committed. */
final class SubtitleFiles implements AutoCloseable {
  private final Path sound;
  private final Map<Path, AtomicFile> files = new LinkedHashMap<>();

  SubtitleFiles(Path sound) {
    this.sound = sound;
  }

  /** Writes subtitles of a kind, not yet in their place. */
  void write(Subtitles kind, List<Exporter.Piece> pieces) throws AudioException {
    String name = sound.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String extension = kind.name().toLowerCase(Locale.ROOT);
    Path file = sound.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + "." + extension);
    try {
      AtomicFile target = AtomicFile.open(file);
      files.put(file, target);
      Files.writeString(target.part(), kind.text(pieces));
    } catch (IOException e) {
      throw AudioFiles.writeFailure(file, e);
    }
  }

  /** Puts all in their places. */
  void commit() throws AudioException {
    for (Map.Entry<Path, AtomicFile> each : files.entrySet()) {
      try {
        each.getValue().commit();
      } catch (IOException e) {
        throw AudioFiles.writeFailure(each.getKey(), e);
      }
    }
  }

  /** Deletes what was not put in its place. */
  @Override
  public void close() throws AudioException {
    for (Map.Entry<Path, AtomicFile> each : files.entrySet()) {
      try {
        each.getValue().close();
      } catch (IOException e) {
        throw AudioFiles.writeFailure(each.getKey(), e);
      }
    }
  }
}
