package myna.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import myna.audio.OutputFormat;
import myna.speech.Knob;
import myna.speech.SpeechOptions;
import myna.speech.SpeechSettings;

/**
 * What OpenAI's {@code POST /v1/audio/speech} asks for. The model is passed over, because one pack
 * speaks; so are fields that nobody here knows.
 *
 * @param input the text
 * @param voice the name of a voice, if one is named
 * @param format of the sound
 * @param events whether it comes as server-sent events
 * @param manner how it is spoken
 */
record SpeechCall(
    String input, Optional<String> voice, OutputFormat format, boolean events, Manner manner) {
  /** The longest text, in UTF-16 units: OpenAI takes 4096. */
  static final int LONGEST_INPUT = 20_000;

  private static final int LONGEST_NAME = 256;
  private static final double SLOWEST = 0.25;
  private static final double FASTEST = 4;
  private static final int MOST_STEPS = 64;
  private static final double LONGEST_PAUSES = 4;

  /**
   * How it is spoken.
   *
   * @param options for the engine
   * @param pauses how long those between sentences are, 1 as usual
   */
  record Manner(SpeechOptions options, double pauses) {}

  /** Reads a body. */
  static SpeechCall read(byte[] body) throws ApiError {
    JsonFields fields = JsonFields.read(body);
    checkModel(fields);
    String input = fields.text("input").orElse("");
    if (input.isBlank()) {
      throw ApiError.field("input", "input must hold a text");
    }
    if (input.length() > LONGEST_INPUT) {
      throw ApiError.field("input", "input has more than " + LONGEST_INPUT + " characters");
    }
    return new SpeechCall(input, voice(fields), format(fields), events(fields), manner(fields));
  }

  private static void checkModel(JsonFields fields) throws ApiError {
    if (fields.text("model").orElse("").length() > LONGEST_NAME) {
      throw ApiError.field("model", "no model has such a name");
    }
  }

  private static Optional<String> voice(JsonFields fields) throws ApiError {
    Optional<String> voice = fields.voice("voice");
    if (voice.isPresent() && voice.get().length() > LONGEST_NAME) {
      throw ApiError.field("voice", "no voice has such a name");
    }
    return voice;
  }

  private static OutputFormat format(JsonFields fields) throws ApiError {
    String name = fields.text("response_format").orElse("mp3");
    return formats()
        .filter(format -> key(format).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ApiError.field(
                    "response_format",
                    "response_format must be one of "
                        + formats().map(SpeechCall::key).collect(Collectors.joining(", "))));
  }

  private static Stream<OutputFormat> formats() {
    return Arrays.stream(OutputFormat.values()).filter(OutputFormat::isStreamable);
  }

  /** What a format is called. */
  static String key(OutputFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private static boolean events(JsonFields fields) throws ApiError {
    return switch (fields.text("stream_format").orElse("audio")) {
      case "audio" -> false;
      case "sse" -> true;
      default -> throw ApiError.field("stream_format", "stream_format must be audio or sse");
    };
  }

  private static Manner manner(JsonFields fields) throws ApiError {
    Optional<Double> speed =
        fields
            .number("speed", SLOWEST, FASTEST)
            .map(x -> Math.clamp(x.doubleValue(), SpeechSettings.SLOWEST, SpeechSettings.FASTEST));
    SpeechOptions options =
        SpeechOptions.NONE
            .with(Knob.SPEED, speed.orElse(null))
            .with(Knob.SEED, fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(null))
            .with(Knob.STEPS, fields.whole("steps", 1, MOST_STEPS).orElse(null));
    double pauses = fields.number("pauses", 0, LONGEST_PAUSES).map(Number::doubleValue).orElse(1.0);
    return new Manner(options, pauses);
  }
}
