package myna.narration.export;

import java.io.IOException;
import java.nio.file.Path;
import myna.audio.AudioException;
import myna.files.AtomicFile;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;

/** What failures to write an audiobook mean to a user. */
final class ExportFailures {
  private ExportFailures() {}

  static NarrationException of(Path file, IOException cause) {
    return AtomicFile.isDiskFull(file, cause)
        ? new NarrationException(
            Reason.DISK_FULL,
            "there is no room left on the disk for "
                + file
                + ": everything that was spoken is kept",
            cause)
        : new NarrationException(
            Reason.UNWRITABLE,
            file + " cannot be written: " + AtomicFile.explain(file, cause),
            cause);
  }

  static NarrationException of(AudioException cause) {
    Reason reason =
        switch (cause.reason()) {
          case DISK_FULL -> Reason.DISK_FULL;
          case UNKNOWN_FORMAT -> Reason.UNSUPPORTED;
          default -> Reason.UNWRITABLE;
        };
    return new NarrationException(reason, cause.getMessage(), cause);
  }
}
