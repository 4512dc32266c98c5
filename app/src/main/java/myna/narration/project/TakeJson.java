package myna.narration.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.script.Take;
import myna.speech.Clarity;
import myna.speech.Spacing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Descriptions of takes as they lie beside them. */
final class TakeJson {
  private static final int FORMAT = 1;
  private static final double SILENCE = -200;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TakeJson() {}

  /**
   * A take with the hash of its file.
   *
   * @param sha256 of the FLAC file, in hexadecimal
   */
  record Description(StoredTake take, String sha256) {}

  static String write(Description description) {
    StoredTake stored = description.take();
    Take take = stored.take();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("format", FORMAT);
    node.put("sha256", description.sha256());
    node.put("samples", take.length().samples());
    node.put("sampleRate", take.length().sampleRate());
    // To the last digit: whoever made a take, it is followed by the same number of samples.
    node.put("edge", take.spacing().edgeSeconds());
    node.put("pauseScale", take.spacing().pauseScale());
    node.put("pauseFactor", take.spacing().pauseFactor());
    node.put("loudness", finite(stored.loudness()));
    node.set("words", words(take.words()));
    return node.toString();
  }

  /** Loudness as a number that every format can hold. */
  static double finite(double loudness) {
    return Math.max(SILENCE, loudness);
  }

  static String writeWords(List<Take.WordTime> words) {
    return words(words).toString();
  }

  private static ArrayNode words(List<Take.WordTime> words) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Take.WordTime word : words) {
      ArrayNode entry = array.addArray();
      entry.add(rounded(word.start())).add(rounded(word.end()));
      entry.add(word.clarity().doubtful() ? 1 : 0);
      if (word.clarity().isChecked()) {
        entry.add(rounded(word.clarity().score()));
      }
    }
    return array;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  /** The description in a text, or nothing where it holds none. */
  static Optional<Description> read(String key, String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (node.path("format").asInt(0) != FORMAT) {
        return Optional.empty();
      }
      var length = new Take.Length(node.path("samples").asInt(), node.path("sampleRate").asInt());
      double loudness = node.path("loudness").asDouble();
      Take take = new Take(length, spacing(node), readWords(node.path("words")));
      StoredTake stored = new StoredTake(key, take, loudness);
      return Optional.of(new Description(stored, node.path("sha256").asString()));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Takes made before voices had a say in the pauses of books have no factor. */
  private static Spacing spacing(JsonNode node) {
    return new Spacing(
        node.path("edge").asDouble(),
        node.path("pauseScale").asDouble(1),
        node.path("pauseFactor").asDouble(1));
  }

  static List<Take.WordTime> readWords(String json) {
    return readWords(MAPPER.readTree(json));
  }

  private static List<Take.WordTime> readWords(JsonNode array) {
    List<Take.WordTime> words = new ArrayList<>();
    for (JsonNode entry : array) {
      Clarity clarity = new Clarity(entry.path(3).asDouble(Double.NaN), entry.path(2).asInt() == 1);
      words.add(new Take.WordTime(entry.path(0).asDouble(), entry.path(1).asDouble(), clarity));
    }
    return words;
  }
}
