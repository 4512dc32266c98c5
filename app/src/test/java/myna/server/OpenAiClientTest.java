package myna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.HttpResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.audio.speech.SpeechCreateParams.ResponseFormat;
import com.openai.models.audio.speech.SpeechCreateParams.StreamFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import myna.audio.AudioFiles;
import myna.engine.PackLease;
import myna.onnx.Packs;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's own client finds everything as it expects it. */
class OpenAiClientTest {
  @TempDir private static Path folder;
  private static VoiceLibrary library;

  @BeforeAll
  static void library() throws VoiceException {
    library = Servers.library(folder);
  }

  private static OpenAIClient client(SpeechServer server, String key) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(server.address() + "/v1")
        .apiKey(key)
        .maxRetries(0)
        .build();
  }

  private static SpeechCreateParams.Builder hello() {
    return SpeechCreateParams.builder().model("tts-1").voice("Linda").input("Hello. Good morning.");
  }

  @Test
  void speaksInEveryFormat() throws Exception {
    try (PackLease pack = Packs.tiny();
        SpeechServer server = Servers.start(pack, library)) {
      OpenAIClient client = client(server, "any");
      for (ResponseFormat format :
          new ResponseFormat[] {
            ResponseFormat.MP3,
            ResponseFormat.OPUS,
            ResponseFormat.AAC,
            ResponseFormat.FLAC,
            ResponseFormat.WAV
          }) {
        try (HttpResponse answer =
            client.audio().speech().create(hello().responseFormat(format).build())) {
          Path file = folder.resolve("hello." + format.asString());
          Files.write(file, answer.body().readAllBytes());
          assertThat(AudioFiles.read(file).seconds()).isGreaterThan(0.3);
        }
      }
      assertThat(client.models().list().data())
          .singleElement()
          .satisfies(model -> assertThat(model.id()).isEqualTo(pack.format().pack()));
      client.close();
    }
  }

  @Test
  void hearsTheFirstSoundBeforeTheTextIsDone() throws Exception {
    GatedPack pack = new GatedPack();
    try (SpeechServer server = Servers.start(pack, library)) {
      OpenAIClient client = client(server, "any");
      pack.gate.release(1);
      try (HttpResponse answer =
          client.audio().speech().create(hello().responseFormat(ResponseFormat.PCM).build())) {
        assertThat(answer.body().read()).isNotNegative();
        assertThat(pack.gate.availablePermits()).isZero();
        pack.gate.release(1);
        assertThat(answer.body().readAllBytes()).hasSizeGreaterThan(10_000);
      }
      pack.gate.release(2);
      SpeechCreateParams events = hello().streamFormat(StreamFormat.SSE).build();
      try (HttpResponse answer = client.audio().speech().create(events)) {
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("data: {\"type\":\"speech.audio.delta\"")
            .contains("\"type\":\"speech.audio.done\"");
      }
      client.close();
    }
  }

  @Test
  void understandsWhatIsWrong() throws Exception {
    GatedPack pack = new GatedPack();
    ServerSettings settings =
        new ServerSettings("127.0.0.1", 0, Optional.of("secret"), Set.of(), false);
    try (SpeechServer server = SpeechServer.start(settings, Servers.speakers(pack, library), 0)) {
      OpenAIClient client = client(server, "secret");
      assertThatThrownBy(() -> client(server, "wrong").audio().speech().create(hello().build()))
          .isInstanceOf(UnauthorizedException.class);
      assertThatThrownBy(() -> client.audio().speech().create(hello().input(" ").build()))
          .isInstanceOfSatisfying(
              BadRequestException.class, e -> assertThat(e.param()).contains("input"));
      assertThatThrownBy(() -> client.audio().speech().create(hello().build()))
          .isInstanceOfSatisfying(
              InternalServerException.class, e -> assertThat(e.statusCode()).isEqualTo(503));
      client.close();
    }
    try (SpeechServer server = SpeechServer.start(Servers.ANY, Servers.speakers(pack, library))) {
      OpenAIClient client = client(server, "any");
      assertThatThrownBy(() -> client.audio().speech().create(hello().voice("alloy").build()))
          .isInstanceOfSatisfying(
              NotFoundException.class,
              e -> {
                assertThat(e.code()).contains("voice_not_found");
                assertThat(e.getMessage()).contains("Deep, Linda");
              });
      client.close();
    }
  }
}
