package myna.provenance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A superbox of the JPEG Universal Metadata Box Format (ISO/IEC 19566-5): a description, then
 * boxes.
 *
 * @param type four letters that its UUID begins with, such as {@code c2pa}
 * @param label its name
 * @param children superboxes in it
 * @param content of its content box, if it has one
 * @param payload all of it but its header: what hashes of it are taken over
 */
record Jumbf(String type, String label, List<Jumbf> children, byte[] content, byte[] payload) {
  private static final byte[] UUID_TAIL = {
    0x00, 0x11, 0x00, 0x10, (byte) 0x80, 0x00, 0x00, (byte) 0xAA, 0x00, 0x38, (byte) 0x9B, 0x71
  };

  private static final String SUPERBOX = "jumb";
  private static final String DESCRIPTION = "jumd";
  private static final int HEADER = 8;
  private static final int UUID_BYTES = 16;
  private static final int DEEPEST = 8;

  /** It may be asked for, and has a label. */
  private static final int TOGGLES = 3;

  /** A superbox of superboxes. */
  static Jumbf of(String type, String label, List<Jumbf> children) {
    ByteArrayOutputStream payload = described(type, label);
    children.forEach(child -> payload.writeBytes(child.bytes()));
    return new Jumbf(type, label, children, new byte[0], payload.toByteArray());
  }

  /** A superbox with CBOR in it. */
  static Jumbf cbor(String type, String label, byte[] cbor) {
    ByteArrayOutputStream payload = described(type, label);
    payload.writeBytes(box("cbor", cbor));
    return new Jumbf(type, label, List.of(), cbor, payload.toByteArray());
  }

  private static ByteArrayOutputStream described(String type, String label) {
    ByteArrayOutputStream description = new ByteArrayOutputStream();
    description.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
    description.writeBytes(UUID_TAIL);
    description.write(TOGGLES);
    description.writeBytes(label.getBytes(StandardCharsets.UTF_8));
    description.write(0);
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(box(DESCRIPTION, description.toByteArray()));
    return payload;
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(HEADER + content.length)
        .putInt(HEADER + content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .array();
  }

  /** The whole superbox. */
  byte[] bytes() {
    return box(SUPERBOX, payload);
  }

  /** The superbox of a label in it. */
  Optional<Jumbf> child(String name) {
    return children.stream().filter(child -> child.label.equals(name)).findFirst();
  }

  /**
   * Reads a superbox, and nothing behind it.
   *
   * @throws ManifestException if it is none
   */
  static Jumbf read(byte[] bytes) throws ManifestException {
    List<Box> boxes = boxes(bytes);
    if (boxes.isEmpty() || !boxes.getFirst().type.equals(SUPERBOX)) {
      throw new ManifestException("it is no JUMBF");
    }
    return read(boxes.getFirst(), 0);
  }

  private record Box(String type, byte[] content) {}

  private static List<Box> boxes(byte[] bytes) throws ManifestException {
    List<Box> boxes = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.remaining() >= HEADER) {
      int start = in.position();
      int length = in.getInt();
      byte[] type = new byte[4];
      in.get(type);
      if (length < HEADER || length > bytes.length - start) {
        throw new ManifestException("a box is longer than what holds it");
      }
      byte[] content = Arrays.copyOfRange(bytes, start + HEADER, start + length);
      boxes.add(new Box(new String(type, StandardCharsets.ISO_8859_1), content));
      in.position(start + length);
    }
    return boxes;
  }

  private static Jumbf read(Box box, int depth) throws ManifestException {
    List<Box> boxes = boxes(box.content);
    boolean described = !boxes.isEmpty() && boxes.getFirst().type.equals(DESCRIPTION);
    if (depth > DEEPEST || !described || boxes.getFirst().content.length <= UUID_BYTES + 1) {
      throw new ManifestException("a box has no description");
    }
    byte[] description = boxes.getFirst().content;
    List<Jumbf> children = new ArrayList<>();
    byte[] content = new byte[0];
    for (Box each : boxes.subList(1, boxes.size())) {
      if (each.type.equals(SUPERBOX)) {
        children.add(read(each, depth + 1));
      } else if (content.length == 0) {
        content = each.content;
      }
    }
    String type = new String(description, 0, 4, StandardCharsets.ISO_8859_1);
    return new Jumbf(type, label(description), children, content, box.content);
  }

  private static String label(byte[] description) {
    int start = UUID_BYTES + 1;
    int end = start;
    while (end < description.length && description[end] != 0) {
      end++;
    }
    return new String(description, start, end - start, StandardCharsets.UTF_8);
  }
}
