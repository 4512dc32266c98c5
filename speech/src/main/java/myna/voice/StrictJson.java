package myna.voice;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON that may come from a stranger. Read strictly: a key that is missing, unknown or given twice
 * is an error, and so is a value of another type.
 */
final class StrictJson {
  /** Reads files of this version. */
  static final JsonMapper READER = reader(true);

  /** Reads of a file what it can, whatever else is in it. */
  static final JsonMapper LENIENT = reader(false);

  private static final JsonMapper WRITER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private StrictJson() {}

  /** A value as it is written. */
  static String write(Object value) {
    return WRITER.writeValueAsString(value) + "\n";
  }

  /** What the value's own checks said, or the first line of what the parser said. */
  static String explain(JacksonException failure) {
    return failure.getCause() instanceof IllegalArgumentException cause
        ? cause.getMessage()
        : failure.getOriginalMessage().lines().findFirst().orElse("it is no JSON");
  }

  private static JsonMapper reader(boolean strict) {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
        .enable(
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }
}
