package myna.ui.common;

import myna.audio.Seal;

/** What the files of the studio say of themselves. */
@FunctionalInterface
public interface FileMarks {
  /** Whether the next one is to carry the mark of synthetic speech. */
  boolean watermark();

  /** What is put on the next one. */
  default Seal seal() {
    return Seal.NONE;
  }
}
