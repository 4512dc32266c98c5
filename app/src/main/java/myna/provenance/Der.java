package myna.provenance;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** The few values of ASN.1 that certificates consist of, in distinguished encoding (X.690). */
final class Der {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT = 0x06;
  private static final int UTF8 = 0x0C;
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int CONTEXT = 0x80;
  private static final int EXPLICIT = 0xA0;

  private Der() {}

  private static byte[] value(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      int from = length[0] == 0 ? 1 : 0;
      out.write(0x80 | (length.length - from));
      out.write(length, from, length.length - from);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] sequence(byte[]... parts) {
    return value(SEQUENCE, joined(parts));
  }

  static byte[] set(byte[]... parts) {
    return value(SET, joined(parts));
  }

  static byte[] integer(BigInteger number) {
    return value(INTEGER, number.toByteArray());
  }

  static byte[] yes() {
    return value(BOOLEAN, new byte[] {(byte) 0xFF});
  }

  static byte[] text(String text) {
    return value(UTF8, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] octets(byte[] bytes) {
    return value(OCTET_STRING, bytes);
  }

  /** Bits, of which the last byte leaves some out. */
  static byte[] bits(int unused, byte[] bytes) {
    return value(BIT_STRING, joined(new byte[] {(byte) unused}, bytes));
  }

  /** A value of a place in a structure, in place of its type. */
  static byte[] implicit(int place, byte[] content) {
    return value(CONTEXT | place, content);
  }

  /** A value of a place in a structure. */
  static byte[] explicit(int place, byte[] content) {
    return value(EXPLICIT | place, content);
  }

  /** A moment, in two digits of the year until 2049 (RFC 5280, 4.1.2.5). */
  static byte[] time(Instant moment) {
    String written = TIME.format(moment);
    boolean soon = written.compareTo("2050") < 0;
    byte[] bytes = written.substring(soon ? 2 : 0).getBytes(StandardCharsets.US_ASCII);
    return value(soon ? UTC_TIME : GENERALIZED_TIME, bytes);
  }

  /** An object identifier, such as 1.2.840.10045.4.3.2. */
  static byte[] object(String dotted) {
    long[] arcs = Arrays.stream(dotted.split("\\.", 0)).mapToLong(Long::parseLong).toArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    base128(out, arcs[0] * 40 + arcs[1]);
    for (int i = 2; i < arcs.length; i++) {
      base128(out, arcs[i]);
    }
    return value(OBJECT, out.toByteArray());
  }

  private static void base128(ByteArrayOutputStream out, long number) {
    for (int shift = 63 - 63 % 7; shift > 0; shift -= 7) {
      if (number >>> shift != 0) {
        out.write((int) (number >>> shift & 0x7F) | 0x80);
      }
    }
    out.write((int) number & 0x7F);
  }
}
