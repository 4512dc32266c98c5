package myna.provenance;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;

/** Reads at places of files. */
final class Channels {
  private static final int BLOCK = 1 << 16;

  private Channels() {}

  /** Bytes at a place, all of them. */
  static byte[] read(FileChannel file, long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException("the file ends too early");
      }
    }
    return bytes.array();
  }

  /** Writes bytes at a place, all of them. */
  static void write(FileChannel file, long at, byte[] content) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    while (bytes.hasRemaining()) {
      file.write(bytes, at + bytes.position());
    }
  }

  /** Moves what stands from a place on to a later one; what lay between is left as it was. */
  static void move(FileChannel file, long from, long to) throws IOException {
    for (long at = file.size(); at > from; ) {
      int count = (int) Math.min(BLOCK, at - from);
      at -= count;
      write(file, at + to - from, read(file, at, count));
    }
  }

  /** Adds a stretch of a file to a hash. */
  static void digest(FileChannel file, long from, long to, MessageDigest digest)
      throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    for (long at = from; at < to; ) {
      block.clear().limit((int) Math.min(BLOCK, to - at));
      int count = file.read(block, at);
      if (count < 0) {
        throw new EOFException("the file ends too early");
      }
      digest.update(block.flip());
      at += count;
    }
  }
}
