package myna.provenance;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Concise Binary Object Representation (RFC 8949), with definite lengths throughout. */
final class Cbor {
  private static final CBORMapper MAPPER = new CBORMapper();

  /** A value with a meaning that a number stands for. */
  record Tagged(int tag, Object value) {}

  private Cbor() {}

  /**
   * Encodes a value.
   *
   * @param value of maps (with texts or whole numbers as keys), lists, texts, byte arrays, whole
   *     numbers, {@link Tagged}, and null
   */
  static byte[] encode(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CBORGenerator out = (CBORGenerator) MAPPER.createGenerator(bytes)) {
      write(out, value);
    }
    return bytes.toByteArray();
  }

  private static void write(CBORGenerator out, Object value) {
    switch (value) {
      case null -> out.writeNull();
      case Map<?, ?> map -> writeMap(out, map);
      case List<?> list -> {
        out.writeStartArray(list, list.size());
        list.forEach(each -> write(out, each));
        out.writeEndArray();
      }
      case byte[] bytes -> out.writeBinary(bytes);
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Tagged(int tag, Object inner) -> {
        out.writeTag(tag);
        write(out, inner);
      }
      default -> throw new IllegalArgumentException("no CBOR for " + value.getClass());
    }
  }

  private static void writeMap(CBORGenerator out, Map<?, ?> map) {
    out.writeStartObject(map, map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getKey() instanceof Integer number) {
        out.writePropertyId(number);
      } else {
        out.writeName((String) entry.getKey());
      }
      write(out, entry.getValue());
    }
    out.writeEndObject();
  }

  /** The bytes of a value; none where it is of another kind. */
  static byte[] bytes(JsonNode node) {
    return node.isBinary() ? node.binaryValue() : new byte[0];
  }

  /**
   * Decodes a value; tags are passed over, and whole numbers as keys become texts.
   *
   * @throws ManifestException if it is none
   */
  static JsonNode decode(byte[] bytes) throws ManifestException {
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      throw new ManifestException("its CBOR is broken", e);
    }
  }
}
