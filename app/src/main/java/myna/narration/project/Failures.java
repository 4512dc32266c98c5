package myna.narration.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import myna.audio.AudioException;
import myna.files.AtomicFile;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import org.sqlite.SQLiteErrorCode;

/** What failures of disks and databases mean to a user. */
final class Failures {
  private Failures() {}

  static NarrationException of(Path file, IOException cause) {
    if (AtomicFile.isDiskFull(file, cause)) {
      return diskFull(file, cause);
    }
    String why = cause instanceof AccessDeniedException ? "" : ": " + cause.getMessage();
    return new NarrationException(
        Reason.UNWRITABLE, "the project's " + file + " cannot be written" + why, cause);
  }

  static NarrationException of(Path file, AudioException cause) {
    return cause.reason() == AudioException.Reason.DISK_FULL
        ? diskFull(file, cause)
        : new NarrationException(Reason.UNWRITABLE, cause.getMessage(), cause);
  }

  static NarrationException of(Path database, SQLException cause) {
    int code = cause.getErrorCode() & 0xFF;
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return diskFull(database, cause);
    }
    if (code == SQLiteErrorCode.SQLITE_IOERR.code
        && AtomicFile.isDiskFull(database, new IOException(cause.getMessage()))) {
      return diskFull(database, cause);
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
      return new NarrationException(Reason.UNWRITABLE, database + " may not be written", cause);
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return new NarrationException(Reason.LOCKED, database + " is in use", cause);
    }
    return damaged(database, cause);
  }

  /** A database whose tables are of another version than this program's. */
  static NarrationException ofVersion(Path database, int version, int own) {
    if (version > own) {
      return new NarrationException(
          Reason.UNSUPPORTED, database + " was made by a newer Myna: use that one");
    }
    return version > 0
        ? new NarrationException(
            Reason.UNSUPPORTED,
            database + " was made by an older Myna: open it once without --shard")
        : damaged(database, new SQLException("version " + version));
  }

  static NarrationException damaged(Path database, Exception cause) {
    return new NarrationException(
        Reason.DAMAGED,
        database
            + " is damaged: run again with --repair, which makes it anew and keeps all finished"
            + " sound",
        cause);
  }

  private static NarrationException diskFull(Path file, Exception cause) {
    return new NarrationException(
        Reason.DISK_FULL,
        "there is no room left on the disk for "
            + file
            + ": what is finished is kept, so make room and run again",
        cause);
  }
}
