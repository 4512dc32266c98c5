package myna.narration.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more bytes have been read than it may hold. */
final class BoundedStream extends FilterInputStream {
  private long room;

  /** More bytes than there may be. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("too long");
    }
  }

  BoundedStream(InputStream in, long room) {
    super(in);
    this.room = room;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(read);
    return read;
  }

  private void count(int read) throws IOException {
    room -= Math.max(0, read);
    if (room < 0) {
      throw new TooLongException();
    }
  }
}
