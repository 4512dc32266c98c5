package myna.provenance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A chunk at the end of a RIFF file (C2PA 2.2, A.3.6). */
record WaveCarrier() implements Carrier {
  private static final String ID = "C2PA";
  private static final int HEADER = 8;
  private static final int FIRST_CHUNK = 12;
  private static final int MOST_CHUNKS = 10_000;

  @Override
  public Optional<byte[]> find(FileChannel file) throws IOException, ManifestException {
    long at = FIRST_CHUNK;
    for (int i = 0; i < MOST_CHUNKS && at + HEADER <= file.size(); i++) {
      byte[] head = Channels.read(file, at, HEADER);
      long length = Integer.toUnsignedLong(littleEndian(head).getInt(4));
      String id = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
      if (id.equals(ID)) {
        if (length > LARGEST || at + HEADER + length > file.size()) {
          throw new ManifestException("it is longer than the file");
        }
        return Optional.of(Channels.read(file, at + HEADER, (int) length));
      }
      at += HEADER + length + length % 2;
    }
    return Optional.empty();
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public Place plan(FileChannel file, int size) throws IOException {
    long from = file.size() + file.size() % 2;
    return new Place(from + HEADER, from, from + HEADER + size);
  }

  @Override
  public void reserve(Path path, int size) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Place place = plan(file, size);
      long end = place.to() + size % 2; // chunks begin at even places
      if (end - HEADER > 0xFFFF_FFFFL) {
        throw new IOException("a WAV file of more than 4 GB cannot be signed");
      }
      byte[] chunk = new byte[(int) (end - place.from())];
      littleEndian(chunk).put(ID.getBytes(StandardCharsets.US_ASCII)).putInt(size);
      Channels.write(file, place.from(), chunk);
      byte[] length = new byte[4];
      littleEndian(length).putInt((int) (end - HEADER));
      Channels.write(file, 4, length);
    }
  }

  @Override
  public Binding binding() {
    return Binding.DATA;
  }
}
