package myna.narration.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  record Description(Take take, String sha256) {}

  static String write(Description description) {
    Take take = description.take();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("format", FORMAT);
    node.put("sha256", description.sha256());
    node.put("samples", take.length().samples());
    node.put("sampleRate", take.length().sampleRate());
    node.put("edge", rounded(take.spacing().edgeSeconds()));
    node.put("pauseScale", rounded(take.spacing().pauseScale()));
    node.put("loudness", finite(take.loudness()));
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
      entry.add(rounded(word.start())).add(rounded(word.end())).add(word.doubtful() ? 1 : 0);
    }
    return array;
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 10_000) / 10_000.0;
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
      var spacing =
          new Take.Spacing(node.path("edge").asDouble(), node.path("pauseScale").asDouble(1));
      Take take = new Take(key, length, spacing, loudness, readWords(node.path("words")));
      return Optional.of(new Description(take, node.path("sha256").asString()));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  static List<Take.WordTime> readWords(String json) {
    return readWords(MAPPER.readTree(json));
  }

  private static List<Take.WordTime> readWords(JsonNode array) {
    List<Take.WordTime> words = new ArrayList<>();
    for (JsonNode entry : array) {
      words.add(
          new Take.WordTime(
              entry.path(0).asDouble(), entry.path(1).asDouble(), entry.path(2).asInt() == 1));
    }
    return words;
  }
}
