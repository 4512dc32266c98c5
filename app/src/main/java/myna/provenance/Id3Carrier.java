package myna.provenance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A general object of an ID3 tag in front of MP3 or FLAC (C2PA 2.2, A.3.4; ID3v2.3 and 2.4). */
record Id3Carrier() implements Carrier {
  private static final int HEADER = 10;
  private static final String FRAME = "GEOB";
  private static final List<String> TYPES =
      List.of("application/c2pa", "application/x-c2pa-manifest-store");

  /** Latin-1, and in it the type, a name and a description. */
  private static final byte[] BEFORE =
      ("\0" + TYPES.getFirst() + "\0c2pa\0c2pa manifest store\0")
          .getBytes(StandardCharsets.ISO_8859_1);

  /**
   * A tag.
   *
   * @param version 3 or 4
   * @param end the byte behind it, 0 where there is none
   */
  private record Tag(int version, long end) {
    private static final int LATEST = 4;

    static Tag of(FileChannel file) throws IOException {
      if (file.size() < HEADER) {
        return new Tag(LATEST, 0);
      }
      byte[] head = Channels.read(file, 0, HEADER);
      if (!new String(head, 0, 3, StandardCharsets.ISO_8859_1).equals("ID3")) {
        return new Tag(LATEST, 0);
      }
      return new Tag(head[3], HEADER + seven(ByteBuffer.wrap(head).getInt(6)));
    }

    /** The bytes of a frame's content. */
    int length(int written) {
      return version == LATEST ? seven(written) : written;
    }

    int written(int length) {
      return version == LATEST ? spread(length) : length;
    }
  }

  /** Numbers in tags have seven bits to a byte. */
  private static int seven(int spread) {
    return (spread & 0x7F)
        | ((spread & 0x7F00) >> 1)
        | ((spread & 0x7F0000) >> 2)
        | ((spread & 0x7F000000) >> 3);
  }

  private static int spread(int number) {
    return (number & 0x7F)
        | ((number & 0x3F80) << 1)
        | ((number & 0x1FC000) << 2)
        | ((number & 0xFE00000) << 3);
  }

  @Override
  public Optional<byte[]> find(FileChannel file) throws IOException, ManifestException {
    Tag tag = Tag.of(file);
    long end = Math.min(tag.end, file.size());
    for (long at = HEADER; at + HEADER <= end; ) {
      ByteBuffer head = ByteBuffer.wrap(Channels.read(file, at, HEADER));
      int length = tag.length(head.getInt(4));
      String id = new String(head.array(), 0, 4, StandardCharsets.ISO_8859_1);
      if (length <= 0 || at + HEADER + length > end) {
        return Optional.empty(); // what is left is padding
      }
      if (id.equals(FRAME) && length <= LARGEST) {
        Optional<byte[]> object = object(Channels.read(file, at + HEADER, length));
        if (object.isPresent()) {
          return object;
        }
      }
      at += HEADER + length;
    }
    return Optional.empty();
  }

  /** The content of an object, if it is a manifest. */
  private static Optional<byte[]> object(byte[] frame) {
    int type = end(frame, 1, 1);
    boolean wide = frame[0] == 1 || frame[0] == 2;
    int name = end(frame, type, wide ? 2 : 1);
    int description = end(frame, name, wide ? 2 : 1);
    if (description >= frame.length) {
      return Optional.empty();
    }
    String text = new String(frame, 1, type - 2, StandardCharsets.ISO_8859_1);
    byte[] content = Arrays.copyOfRange(frame, description, frame.length);
    return TYPES.contains(text) ? Optional.of(content) : Optional.empty();
  }

  /** The byte behind the zeros that end a text; the length of all where there are none. */
  private static int end(byte[] bytes, int from, int zeros) {
    int at = from;
    while (at + zeros <= bytes.length && (bytes[at] != 0 || bytes[at + zeros - 1] != 0)) {
      at += zeros;
    }
    return Math.min(bytes.length, at + zeros);
  }

  /** It lies before all other frames. */
  @Override
  public Place plan(FileChannel file, int size) {
    long at = 2L * HEADER + BEFORE.length;
    return new Place(at, at, at + size);
  }

  @Override
  public void reserve(Path path, int size) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Tag tag = Tag.of(file);
      byte[] front = front(file, tag, size);
      int start = tag.end == 0 ? 0 : HEADER;
      Channels.move(file, start, front.length + size);
      Channels.write(file, 0, front);
      Channels.write(file, front.length, new byte[size]);
    }
  }

  /** The tag's header and the frame's, up to the manifest. */
  private static byte[] front(FileChannel file, Tag tag, int size) throws IOException {
    int frame = BEFORE.length + size;
    long whole = Math.max(0, tag.end - HEADER) + HEADER + frame;
    byte[] head =
        tag.end == 0
            ? new byte[] {'I', 'D', '3', (byte) tag.version, 0, 0, 0, 0, 0, 0}
            : Channels.read(file, 0, HEADER);
    if (head[5] != 0 || tag.version < 3 || whole >= 1 << 28) {
      throw new IOException("its ID3 tag is of a kind that cannot be signed");
    }
    return ByteBuffer.allocate(2 * HEADER + BEFORE.length)
        .put(head)
        .putInt(6, spread((int) whole))
        .put(FRAME.getBytes(StandardCharsets.US_ASCII))
        .putInt(tag.written(frame))
        .putShort((short) 0)
        .put(BEFORE)
        .array();
  }

  @Override
  public Binding binding() {
    return Binding.DATA;
  }
}
