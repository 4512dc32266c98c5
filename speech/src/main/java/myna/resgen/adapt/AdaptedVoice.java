package myna.resgen.adapt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a voice gains by adapting: additions, and the pack that they are to be added to.
 *
 * <p>As bytes, big-endian: {@value #MAGIC}; the pack and the number of factors; of each factor its
 * name, rows, columns and numbers in 16 bits; at the end the SHA-256 of all that. Texts have their
 * length in 16 bits before them and are UTF-8.
 *
 * @param pack its identity
 * @param additions to its weights
 */
public record AdaptedVoice(String pack, Additions additions) {
  /** The most bytes that there can be. */
  public static final int MOST_BYTES = 4 << 20;

  private static final String MAGIC = "MYNAVOX1";
  private static final int HASH_BYTES = 32;
  private static final int MOST_FACTORS = 1000;
  private static final int LONGEST_SIDE = 1 << 16;

  /** The same with numbers that 16 bits hold, which is what is stored. */
  public AdaptedVoice rounded() {
    Additions copy = additions.copy();
    for (float[] factor : copy.values()) {
      for (int i = 0; i < factor.length; i++) {
        factor[i] = Float.float16ToFloat(Float.floatToFloat16(factor[i]));
      }
    }
    return new AdaptedVoice(pack, copy);
  }

  /** The bytes of a file. */
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
      out.writeUTF(pack);
      out.writeShort(additions.shapes().size());
      for (int f = 0; f < additions.shapes().size(); f++) {
        FactorShape shape = additions.shapes().get(f);
        out.writeUTF(shape.name());
        out.writeInt(shape.rows());
        out.writeInt(shape.columns());
        for (float value : additions.values().get(f)) {
          out.writeShort(Float.floatToFloat16(value));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail so
    }
    bytes.writeBytes(sha256(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  /**
   * Reads the bytes of a file strictly: nothing may be missing, too much or other than it was.
   *
   * @throws AdditionsException if they are no adapted voice
   */
  public static AdaptedVoice decode(byte[] bytes) throws AdditionsException {
    byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
    int end = bytes.length - HASH_BYTES;
    if (bytes.length > MOST_BYTES || end < magic.length) {
      throw damaged("it is too " + (end < 0 ? "short" : "long"), null);
    }
    if (!Arrays.equals(magic, 0, magic.length, bytes, 0, magic.length)) {
      throw damaged("it is something else", null);
    }
    byte[] hash = sha256(Arrays.copyOf(bytes, end));
    if (!Arrays.equals(hash, 0, HASH_BYTES, bytes, end, bytes.length)) {
      throw damaged("its checksum is wrong", null);
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, magic.length, end - magic.length))) {
      return read(in);
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw damaged("what it says makes no sense", e);
    }
  }

  private static AdaptedVoice read(DataInputStream in) throws IOException {
    String pack = in.readUTF();
    List<FactorShape> shapes = new ArrayList<>();
    List<float[]> values = new ArrayList<>();
    int count = in.readUnsignedShort();
    if (count > MOST_FACTORS) {
      throw new IOException(count + " factors");
    }
    for (int f = 0; f < count; f++) {
      FactorShape shape = new FactorShape(in.readUTF(), side(in), side(in));
      if (2L * shape.size() > in.available()) {
        throw new IOException("a factor is cut short");
      }
      float[] factor = new float[shape.size()];
      for (int i = 0; i < factor.length; i++) {
        factor[i] = Float.float16ToFloat(in.readShort());
      }
      shapes.add(shape);
      values.add(factor);
    }
    if (in.available() > 0) {
      throw new IOException("more follows");
    }
    AdaptedVoice voice = new AdaptedVoice(pack, new Additions(shapes, values));
    voice.additions().maps();
    return voice;
  }

  private static int side(DataInputStream in) throws IOException {
    int side = in.readInt();
    if (side < 1 || side > LONGEST_SIDE) {
      throw new IOException("a side of " + side);
    }
    return side;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static AdditionsException damaged(String why, Throwable cause) {
    return new AdditionsException("the adapted voice is damaged: " + why, cause);
  }
}
