package myna.narration.project;

import java.util.ArrayList;
import java.util.List;
import myna.text.Controls;
import myna.text.Pause;
import myna.text.Sentence;
import myna.text.Span;
import myna.text.Word;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sentences as the database holds them. */
final class SentenceJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SentenceJson() {}

  static String write(Sentence sentence) {
    ObjectNode node = MAPPER.createObjectNode();
    put(node, sentence.source());
    put(node, sentence.pauseAfter());
    if (sentence.heading()) {
      node.put("heading", true);
    }
    ArrayNode words = node.putArray("words");
    sentence.words().forEach(word -> words.add(write(word)));
    return node.toString();
  }

  private static ObjectNode write(Word word) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("spoken", word.spoken());
    put(node, word.source());
    node.put("phonemes", String.join(" ", word.phonemes()));
    put(node, word.pauseAfter());
    if (word.controls().rate() != 1) {
      node.put("rate", word.controls().rate());
    }
    if (word.controls().voice() != null) {
      node.put("voice", word.controls().voice());
    }
    return node;
  }

  private static void put(ObjectNode node, Span span) {
    node.putArray("span").add(span.start()).add(span.end());
  }

  private static void put(ObjectNode node, Pause pause) {
    if (pause.kind() != Pause.Kind.NONE) {
      node.putArray("pause").add(pause.kind().name()).add(pause.seconds());
    }
  }

  static Sentence read(String json) {
    JsonNode node = MAPPER.readTree(json);
    List<Word> words = new ArrayList<>();
    node.path("words").forEach(word -> words.add(word(word)));
    return new Sentence(span(node), words, pause(node), node.path("heading").asBoolean(false));
  }

  private static Word word(JsonNode node) {
    List<String> phonemes = List.of(node.path("phonemes").asString().split(" ", -1));
    JsonNode voice = node.get("voice");
    Controls controls =
        new Controls(node.path("rate").asDouble(1), voice == null ? null : voice.asString());
    return new Word(node.path("spoken").asString(), span(node), phonemes, pause(node), controls);
  }

  private static Span span(JsonNode node) {
    return new Span(node.path("span").path(0).asInt(), node.path("span").path(1).asInt());
  }

  private static Pause pause(JsonNode node) {
    JsonNode pause = node.get("pause");
    return pause == null
        ? Pause.NONE
        : new Pause(Pause.Kind.valueOf(pause.path(0).asString()), pause.path(1).asDouble());
  }
}
