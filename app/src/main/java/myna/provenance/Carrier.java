package myna.provenance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Where files of a format carry their manifest. */
sealed interface Carrier permits WaveCarrier, Id3Carrier, Mp4Carrier {
  /** Nobody's manifest is larger. */
  int LARGEST = 8 << 20;

  /**
   * Where a manifest is to lie.
   *
   * @param at its first byte in the file
   * @param from the first byte that its hash leaves out
   * @param to the byte behind the last
   */
  record Place(long at, long from, long to) {}

  /** The manifest in a file, if there is one. */
  Optional<byte[]> find(FileChannel file) throws IOException, ManifestException;

  /** Where a manifest of a size would lie. */
  Place plan(FileChannel file, int size) throws IOException;

  /** Makes room there; the file is another afterwards. */
  void reserve(Path file, int size) throws IOException;

  /** How the file without its manifest is hashed. */
  Binding binding();

  /** The carrier of a file, told by how it begins; none where the manifest lies beside it. */
  static Optional<Carrier> of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < 12) {
        return Optional.empty();
      }
      byte[] head = Channels.read(channel, 0, 12);
      String text = new String(head, StandardCharsets.ISO_8859_1);
      if (text.startsWith("RIFF") && text.endsWith("WAVE")) {
        return Optional.of(new WaveCarrier());
      }
      if (text.startsWith("ftyp", 4)) {
        return Optional.of(new Mp4Carrier());
      }
      boolean mpeg = (head[0] & 0xFF) == 0xFF && (head[1] & 0xE6) == 0xE2; // layer III
      boolean id3 = text.startsWith("ID3") || text.startsWith("fLaC") || mpeg;
      return id3 ? Optional.of(new Id3Carrier()) : Optional.empty();
    }
  }
}
