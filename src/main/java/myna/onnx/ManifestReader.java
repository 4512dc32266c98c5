package myna.onnx;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import myna.onnx.PackException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads manifests strictly: a key that is missing, unknown or given twice is an error that names
 * it.
 */
final class ManifestReader {
  private static final String FILE = "manifest.json";
  private static final JsonMapper MAPPER = mapper();

  private ManifestReader() {}

  /**
   * Reads a manifest; {@link ManifestCheck} then tells whether it makes sense.
   *
   * @param json the file's bytes
   * @throws PackException if it is not a manifest of a version that is known
   */
  static Manifest read(byte[] json) throws PackException {
    String text = new String(json, StandardCharsets.UTF_8);
    try {
      JsonNode root = MAPPER.readTree(text);
      checkVersion(root);
      if (root.get("sampling") instanceof ObjectNode sampling && !sampling.has("guided")) {
        sampling.putNull("guided");
      }
      return MAPPER.treeToValue(root, Manifest.class);
    } catch (UnrecognizedPropertyException e) {
      throw bad("unknown key '" + path(e.getPath()) + "'", e);
    } catch (DatabindException e) {
      throw bad(describe(e), e);
    } catch (JacksonException e) {
      throw bad("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .build();
  }

  /** The version first: the keys of another version are not worth a complaint. */
  private static void checkVersion(JsonNode root) throws PackException {
    JsonNode version = root.get("formatVersion");
    if (version == null) {
      throw bad("missing key 'formatVersion'", null);
    }
    if (!version.isInt() || version.intValue() != Manifest.FORMAT_VERSION) {
      throw new PackException(
          Reason.VERSION,
          "%s: format version %s is not known to this version of Myna, which reads version %d"
              .formatted(FILE, version, Manifest.FORMAT_VERSION));
    }
  }

  private static String describe(DatabindException failure) {
    String where = path(failure.getPath());
    String message = failure.getOriginalMessage().lines().findFirst().orElse("");
    if (failure.getCause() instanceof NullPointerException cause) {
      return cause.getMessage();
    }
    if (message.startsWith("Missing creator property")) {
      return "missing key '" + where + "'";
    }
    return "at '" + where + "': " + message;
  }

  private static String path(List<JacksonException.Reference> path) {
    return path.stream()
        .map(r -> r.getPropertyName() != null ? r.getPropertyName() : "[" + r.getIndex() + "]")
        .collect(Collectors.joining("."));
  }

  static PackException bad(String what, Throwable cause) {
    return new PackException(Reason.MANIFEST, FILE + ": " + what, cause);
  }
}
