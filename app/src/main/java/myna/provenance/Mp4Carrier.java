package myna.provenance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A box at the end of an ISO base media file (C2PA 2.2, A.5), so that nothing in it moves. */
record Mp4Carrier() implements Carrier {
  /** Says that a box is C2PA's. */
  static final byte[] UUID = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");

  private static final int HEADER = 8;
  private static final int LARGE_HEADER = 16;
  private static final int MOST_BOXES = 100_000;
  private static final byte[] PURPOSE = "manifest\0".getBytes(StandardCharsets.US_ASCII);

  /** Header, UUID, version and flags, purpose, and where parts of hashes would be. */
  private static final int BEFORE = HEADER + UUID.length + 4 + PURPOSE.length + 8;

  /**
   * A box at the top of a file.
   *
   * @param content the first byte behind its header
   */
  record Box(String type, long from, long content, long to) {
    /** Whether these bytes are found so far from its start. */
    boolean has(FileChannel file, long offset, byte[] value) throws IOException {
      return offset >= 0
          && offset <= to - from - value.length
          && Arrays.equals(Channels.read(file, from + offset, value.length), value);
    }
  }

  /** The boxes at the top of a file. */
  static List<Box> boxes(FileChannel file) throws IOException, ManifestException {
    List<Box> boxes = new ArrayList<>();
    long at = 0;
    while (at + HEADER <= file.size() && boxes.size() < MOST_BOXES) {
      ByteBuffer head = ByteBuffer.wrap(Channels.read(file, at, HEADER));
      long length = Integer.toUnsignedLong(head.getInt(0));
      int header = HEADER;
      if (length == 1 && at + LARGE_HEADER <= file.size()) {
        length = ByteBuffer.wrap(Channels.read(file, at + HEADER, HEADER)).getLong();
        header = LARGE_HEADER;
      }
      long to = length == 0 ? file.size() : at + length;
      if (to < at + header || to > file.size()) {
        throw new ManifestException("a box of the file is longer than the file");
      }
      String type = new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1);
      boxes.add(new Box(type, at, at + header, to));
      at = to;
    }
    return boxes;
  }

  @Override
  public Optional<byte[]> find(FileChannel file) throws IOException, ManifestException {
    for (Box box : boxes(file)) {
      long size = box.to - box.from;
      boolean ours = box.type.equals("uuid") && box.has(file, HEADER, UUID);
      if (ours && box.has(file, HEADER + UUID.length + 4, PURPOSE)) {
        if (size > LARGEST || size < BEFORE) {
          throw new ManifestException("its box is of an odd size");
        }
        return Optional.of(Channels.read(file, box.from + BEFORE, (int) (size - BEFORE)));
      }
    }
    return Optional.empty();
  }

  @Override
  public Place plan(FileChannel file, int size) throws IOException {
    long from = file.size();
    return new Place(from + BEFORE, from, from + BEFORE + size);
  }

  @Override
  public void reserve(Path path, int size) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      byte[] box =
          ByteBuffer.allocate(BEFORE + size)
              .putInt(BEFORE + size)
              .put("uuid".getBytes(StandardCharsets.US_ASCII))
              .put(UUID)
              .putInt(0)
              .put(PURPOSE)
              .array();
      Channels.write(file, file.size(), box);
    }
  }

  @Override
  public Binding binding() {
    return Binding.BOXES;
  }
}
