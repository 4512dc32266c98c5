package myna.server;

import java.util.Locale;
import myna.voice.Voice;
import myna.voice.VoiceException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What there is: models, voices, and how the server is. */
final class InfoEndpoints {
  private final Speakers speakers;
  private final Clients clients;

  InfoEndpoints(Speakers speakers, Clients clients) {
    this.speakers = speakers;
    this.clients = clients;
  }

  /** {@code GET /v1/models}: the pack that speaks. */
  Endpoint models() {
    return (_, response, callback, _) -> {
      ObjectNode list = Answers.object().put("object", "list");
      list.putArray("data")
          .addObject()
          .put("id", speakers.pack().format().pack())
          .put("object", "model")
          .put("created", 0)
          .put("owned_by", "myna");
      Answers.json(response, callback, 200, list);
    };
  }

  /** {@code GET /v1/voices}: those of the library. */
  Endpoint voices() {
    return (_, response, callback, _) -> {
      ObjectNode list = Answers.object().put("object", "list");
      ArrayNode data = list.putArray("data");
      ArrayNode names = list.putArray("voices");
      try {
        for (Voice voice : speakers.library().list().voices()) {
          data.add(describe(voice));
          names.add(voice.name());
        }
      } catch (VoiceException e) {
        throw ApiError.of(e);
      }
      Answers.json(response, callback, 200, list);
    };
  }

  /** A voice as clients see it. */
  static ObjectNode describe(Voice voice) {
    return Answers.object()
        .put("id", voice.name())
        .put("object", "voice")
        .put("name", voice.name())
        .put("seconds", Math.round(voice.seconds() * 10) / 10.0)
        .put("consent", voice.consent().kind().name().toLowerCase(Locale.ROOT))
        .put("consentSpoken", voice.consent().spoken().isPresent());
  }

  /** {@code GET /health}. */
  Endpoint health() {
    return (_, response, callback, _) ->
        Answers.json(
            response,
            callback,
            200,
            Answers.object().put("status", "ok").put("requests", clients.present()));
  }
}
