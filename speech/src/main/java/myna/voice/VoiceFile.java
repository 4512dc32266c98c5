package myna.voice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.files.AtomicFile;
import myna.voice.VoiceException.Reason;
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
 * A voice as JSON: {@code voice.json} in its folder and in a {@code .mynavoice} file. Read
 * strictly: a key that is missing, unknown or given twice is an error.
 *
 * @param format {@value #FORMAT}
 * @param version {@value #VERSION}
 * @param voice what it says
 */
record VoiceFile(String format, int version, Voice voice) {
  /** The file's name. */
  static final String NAME = "voice.json";

  /** The most bytes that a file of some voice can have. */
  static final int MOST_BYTES = 256 * 1024;

  private static final String FORMAT = "myna-voice";
  private static final int VERSION = 1;
  private static final JsonMapper ANY_VERSION = reader(false);
  private static final JsonMapper STRICT = reader(true);

  /** The format and version of a file that may be of a later Myna. */
  private record Header(String format, int version) {}

  /** The bytes for a voice. */
  static byte[] encode(Voice voice) {
    String json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(new VoiceFile(FORMAT, VERSION, voice));
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The voice in some bytes.
   *
   * @param origin what they are, for the message
   * @throws VoiceException with {@link Reason#DAMAGED} if they hold none
   */
  static Voice decode(byte[] json, String origin) throws VoiceException {
    try {
      Header header = ANY_VERSION.readValue(json, Header.class);
      if (header == null || !FORMAT.equals(header.format())) {
        throw damaged(origin, "it is no voice", null);
      }
      if (header.version() != VERSION) {
        throw damaged(
            origin, "its version is " + header.version() + ", this Myna knows " + VERSION, null);
      }
      return STRICT.readValue(json, VoiceFile.class).voice();
    } catch (JacksonException e) {
      throw damaged(origin, explain(e), e);
    }
  }

  /** Reads the voice in a folder. */
  static Voice read(Path folder) throws IOException, VoiceException {
    Path file = folder.resolve(NAME);
    if (Files.size(file) > MOST_BYTES) {
      throw damaged(file.toString(), "it is too large", null);
    }
    return decode(Files.readAllBytes(file), file.toString());
  }

  /** Writes the voice into its folder. */
  static void write(Path folder, Voice voice) throws IOException {
    AtomicFile.write(folder.resolve(NAME), part -> Files.write(part, encode(voice)));
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

  /** What the voice's own checks said, or the first line of what the parser said. */
  private static String explain(JacksonException failure) {
    return failure.getCause() instanceof IllegalArgumentException cause
        ? cause.getMessage()
        : failure.getOriginalMessage().lines().findFirst().orElse("it is no JSON");
  }

  private static VoiceException damaged(String origin, String why, Throwable cause) {
    return new VoiceException(Reason.DAMAGED, origin + " is damaged: " + why, cause);
  }
}
