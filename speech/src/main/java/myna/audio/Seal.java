package myna.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Says of a file where it comes from, once it is whole. */
@FunctionalInterface
public interface Seal {
  /** Says nothing. */
  Seal NONE = file -> Optional.empty();

  /**
   * Puts it on a file that is not in its place yet.
   *
   * @return what is to lie beside the file, where its format has no place for it
   */
  Optional<byte[]> put(Path file) throws IOException;
}
