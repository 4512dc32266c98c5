package myna.audio;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;

/**
 * A sound line without a device: takes what is played, gives a ramp to record, and can be unplugged
 * after some bytes.
 */
final class FakeLine {
  final ByteArrayOutputStream played = new ByteArrayOutputStream();
  private final AudioFormat format;
  private final int unpluggedAfter;
  private boolean open = true;
  private int recorded;
  private int flushes;

  FakeLine(int channels, int unpluggedAfter) {
    format = new AudioFormat(16000, 16, channels, true, false);
    this.unpluggedAfter = unpluggedAfter;
  }

  <L extends DataLine> L as(Class<L> kind) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (self, method, values) -> call(method, values)));
  }

  int flushes() {
    return flushes;
  }

  private Object call(Method method, Object[] values) {
    return switch (method.getName()) {
      case "getFormat" -> format;
      case "isOpen" -> open;
      case "isRunning" -> true;
      case "write" -> write((byte[]) values[0], (int) values[1], (int) values[2]);
      case "available" -> recorded >= unpluggedAfter ? 0 : 4096;
      case "read" -> read((byte[]) values[0], (int) values[2]);
      case "getLongFramePosition" -> (long) played.size() / format.getFrameSize();
      case "flush", "close", "start", "stop", "drain" -> note(method.getName());
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private Object note(String call) {
    flushes += call.equals("flush") ? 1 : 0;
    open &= !call.equals("close");
    return null;
  }

  /** Takes at most 1000 bytes at once, as a device with a small buffer. */
  private int write(byte[] bytes, int offset, int count) {
    int taken = Math.min(Math.min(count, 1000), unpluggedAfter - played.size());
    if (taken <= 0) {
      open = false;
      return 0;
    }
    played.write(bytes, offset, taken);
    return taken;
  }

  private int read(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i % 2 == 0 ? 0 : 64);
    }
    recorded += count;
    return count;
  }
}
