package myna.voice;

import java.nio.file.Path;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;

/**
 * A recording on its way into the library.
 *
 * @param source the name of its file, or what else the user knows it by
 * @param audio of any rate
 */
public record Recording(String source, Audio audio) {
  /** Reads one from a file of any format. */
  public static Recording read(Path file) throws AudioException {
    Path name = file.getFileName();
    return new Recording(name == null ? "" : name.toString(), AudioFiles.read(file));
  }
}
