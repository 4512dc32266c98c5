package myna.server;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a JSON object from a stranger. */
record JsonFields(ObjectNode object) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Reads an object, and nothing behind it. */
  static JsonFields read(byte[] body) throws ApiError {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return new JsonFields(object);
      }
      throw ApiError.body("the body must be a JSON object");
    } catch (JacksonException e) {
      throw ApiError.body("the body is no JSON: " + e.getOriginalMessage());
    }
  }

  private Optional<JsonNode> find(String name) {
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  /** A text, which may be missing. */
  Optional<String> text(String name) throws ApiError {
    Optional<JsonNode> node = find(name);
    if (node.isPresent() && !node.get().isString()) {
      throw ApiError.field(name, name + " must be a text");
    }
    return node.map(JsonNode::stringValue);
  }

  /** The name of a voice: a text, or an object with an id. */
  Optional<String> voice(String name) throws ApiError {
    if (object.get(name) instanceof ObjectNode named) {
      return new JsonFields(named).text("id");
    }
    return text(name);
  }

  /** A number in a range, which may be missing. */
  Optional<BigDecimal> number(String name, double least, double most) throws ApiError {
    Optional<JsonNode> node = find(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    double value = node.get().isNumber() ? node.get().doubleValue() : Double.NaN;
    if (!(value >= least && value <= most)) {
      throw ApiError.field(name, name + " must be a number from " + least + " to " + most);
    }
    return node.map(JsonNode::decimalValue);
  }

  /** A whole number in a range, which may be missing. */
  Optional<Long> whole(String name, long least, long most) throws ApiError {
    Optional<JsonNode> node = find(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    boolean fits = node.get().isIntegralNumber() && node.get().canConvertToLong();
    long value = fits ? node.get().longValue() : 0;
    if (!fits || value < least || value > most) {
      throw ApiError.field(name, name + " must be a whole number from " + least + " to " + most);
    }
    return Optional.of(value);
  }
}
