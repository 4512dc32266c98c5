package myna.provenance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import myna.audio.Seal;

/**
 * Signs files of synthetic speech.
 *
 * @param version of Myna
 * @param pack that spoke, by name and version, if that is known
 * @param watermark whether the sound carries Myna's inaudible mark
 */
public record FileSeal(Signer signer, String version, Optional<String> pack, boolean watermark)
    implements Seal {
  private static final int HASH_BYTES = 32;
  private static final Carrier.Place BESIDE = new Carrier.Place(0, 0, 0);

  @Override
  public Optional<byte[]> put(Path path) throws IOException {
    Manifest manifest = new Manifest(new Facts(version, pack, watermark, Instant.now()), signer);
    try {
      Optional<Carrier> carrier = Carrier.of(path);
      if (carrier.isPresent()) {
        embed(path, carrier.get(), manifest);
        return Optional.empty();
      }
      try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
        byte[] hash = Binding.DATA.hash(file, BESIDE);
        return Optional.of(manifest.bytes(Binding.DATA, Binding.DATA.assertion(BESIDE, hash)));
      }
    } catch (GeneralSecurityException | ManifestException e) {
      throw new IOException("it cannot be signed: " + e.getMessage(), e);
    }
  }

  private static void embed(Path path, Carrier carrier, Manifest manifest)
      throws IOException, ManifestException, GeneralSecurityException {
    Binding binding = carrier.binding();
    Sized sized = size(path, carrier, manifest);
    carrier.reserve(path, sized.size);
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      byte[] hash = binding.hash(file, sized.place);
      byte[] bytes = manifest.bytes(binding, binding.assertion(sized.place, hash));
      if (bytes.length != sized.size) {
        throw new IOException("a manifest changed its size");
      }
      Channels.write(file, sized.place.at(), bytes);
    }
  }

  /** A size, and where something of that size lies. */
  private record Sized(int size, Carrier.Place place) {}

  /** The size of a manifest, which tells of its own place. */
  private static Sized size(Path path, Carrier carrier, Manifest manifest)
      throws IOException, GeneralSecurityException {
    Binding binding = carrier.binding();
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      int size = 0;
      Carrier.Place place;
      int before;
      do {
        before = size;
        place = carrier.plan(file, before);
        size = manifest.bytes(binding, binding.assertion(place, new byte[HASH_BYTES])).length;
      } while (size != before);
      return new Sized(size, place);
    }
  }
}
