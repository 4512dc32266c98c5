package myna.files;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the program's own could not be written; it is what it was before. */
public final class UnwrittenException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why it could not. */
  public enum Reason {
    DISK_FULL,
    UNWRITABLE
  }

  private final Reason reason;
  private final String file;

  /** What a failure to write {@code file} means. */
  public UnwrittenException(Path file, IOException cause) {
    super(file + " cannot be written: " + AtomicFile.explain(file, cause), cause);
    this.reason = AtomicFile.isDiskFull(file, cause) ? Reason.DISK_FULL : Reason.UNWRITABLE;
    this.file = file.toString();
  }

  /** Why it could not. */
  public Reason reason() {
    return reason;
  }

  /** The file. */
  public String file() {
    return file;
  }
}
