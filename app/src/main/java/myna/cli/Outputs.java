package myna.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import myna.audio.AudioException;
import myna.audio.AudioException.Reason;

/** Finds out before the work whether its result can be written. */
public final class Outputs {
  private Outputs() {}

  /**
   * Checks the place of a file.
   *
   * @throws AudioException if it surely cannot be written
   */
  public static void check(Path file) throws AudioException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw unwritable(file, "it is a folder");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw unwritable(file, "there is no folder " + folder);
    }
    if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
      throw unwritable(file, "the system does not allow it");
    }
  }

  private static AudioException unwritable(Path file, String why) {
    return new AudioException(Reason.UNWRITABLE, file + " cannot be written: " + why);
  }
}
