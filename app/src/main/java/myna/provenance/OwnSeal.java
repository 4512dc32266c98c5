package myna.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import myna.audio.Seal;

/**
 * Signs files with the user's own key, which is made when the first of them is written.
 *
 * @param key the file of it
 * @param version of Myna
 * @param watermark whether the sound carries Myna's inaudible mark
 */
public record OwnSeal(Path key, String version, boolean watermark) implements Seal {
  @Override
  public Optional<byte[]> put(Path file) throws IOException {
    return new FileSeal(Signer.own(key), version, Optional.empty(), watermark).put(file);
  }
}
