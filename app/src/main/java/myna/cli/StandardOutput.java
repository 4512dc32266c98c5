package myna.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Standard output for bytes, which tells when nobody reads any more. */
final class StandardOutput extends OutputStream {
  @Override
  public void write(int value) throws IOException {
    System.out.write(value);
    check();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    System.out.write(bytes, offset, length);
    check();
  }

  @Override
  public void flush() throws IOException {
    check();
  }

  private static void check() throws IOException {
    if (System.out.checkError()) {
      throw new IOException("nobody reads standard output any more");
    }
  }
}
