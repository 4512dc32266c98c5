package myna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import myna.audio.Audio;
import myna.audio.AudioFiles;
import myna.audio.OutputFormat;
import myna.delivery.Sound;
import myna.delivery.SpeechWriter;
import myna.delivery.WritingListener;
import myna.engine.PackLease;
import myna.engine.SpeechRequest;
import myna.engine.VoiceSource;
import myna.jobs.Cancellation;
import myna.onnx.Packs;
import myna.speech.Knob;
import myna.speech.SpeechOptions;
import myna.voice.VoiceLibrary;
import myna.watermark.SyntheticNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface on the tiny pack: what it says is noise, how it says it is real. */
class SpeechServerTest {
  private static final String TEXT = "Good morning. It is 25 % off, Dr. Li.";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static PackLease pack;
  private static VoiceLibrary library;
  private static SpeechServer server;

  @BeforeAll
  static void start() throws Exception {
    pack = Packs.tiny();
    library = Servers.library(folder);
    ServerSettings settings = new ServerSettings("127.0.0.1", 0, Optional.empty(), Set.of(), true);
    server = SpeechServer.start(settings, Servers.speakers(pack, library));
  }

  @AfterAll
  static void stop() {
    server.close();
    pack.close();
  }

  @Test
  void speaksEveryFormat() throws Exception {
    for (String format : List.of("mp3", "opus", "aac", "flac", "wav")) {
      HttpResponse<byte[]> answer = speech("\"response_format\":\"" + format + "\"");
      assertThat(answer.statusCode()).as(format).isEqualTo(200);
      Path file = Files.write(folder.resolve("answer." + format), answer.body());
      assertThat(AudioFiles.read(file).seconds()).as(format).isGreaterThan(0.5);
    }
  }

  @Test
  void theSoundIsWhatTheEngineSaysWithItsMark() throws Exception {
    HttpResponse<byte[]> answer = speech("\"response_format\":\"wav\",\"seed\":7");
    assertThat(answer.headers().firstValue("Content-Type")).contains("audio/wav");
    assertThat(answer.headers().firstValue("Transfer-Encoding")).contains("chunked");
    assertThat(answer.body()).isEqualTo(written(7)).isNotEqualTo(written(8));
    assertThat(speech("\"response_format\":\"wav\",\"seed\":7").body()).isEqualTo(answer.body());
  }

  private static byte[] written(long seed) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SpeechWriter writer =
        SpeechWriter.toStream(
            bytes,
            OutputFormat.WAV,
            Sound.AS_SPOKEN,
            SyntheticNote.labels(),
            pack.format().signal().outputRate())) {
      WritingListener listener = new WritingListener(writer, TEXT, Cancellation.NEVER);
      SpeechRequest request =
          SpeechRequest.of(TEXT, VoiceSource.of(library, library.get("Linda")))
              .with(SpeechOptions.NONE.with(Knob.SEED, seed));
      pack.stream(request, listener, listener);
      writer.commit();
    }
    return bytes.toByteArray();
  }

  @Test
  void pcmIsThatOfOpenAi() throws Exception {
    int samples = speech("\"response_format\":\"pcm\"").body().length / 2;
    byte[] wave = speech("\"response_format\":\"wav\"").body();
    Audio same = AudioFiles.read(Files.write(folder.resolve("same.wav"), wave));
    assertThat(samples / 24_000.0).isCloseTo(same.seconds(), within(0.001));
  }

  @Test
  void speedAndPausesChangeTheLength() throws Exception {
    int usual = speech("\"response_format\":\"pcm\"").body().length;
    assertThat(speech("\"response_format\":\"pcm\",\"speed\":2").body().length)
        .isLessThan(usual * 3 / 4);
    assertThat(speech("\"response_format\":\"pcm\",\"speed\":0.25").body().length)
        .isGreaterThan(usual * 3 / 2);
    assertThat(speech("\"response_format\":\"pcm\",\"pauses\":0").body().length).isLessThan(usual);
  }

  @Test
  void voicesAreThoseOfTheLibrary() throws Exception {
    assertThat(speech("\"voice\":\"deep\"").statusCode()).isEqualTo(200);
    assertThat(speech("\"voice\":{\"id\":\"Deep\"}").body())
        .isEqualTo(speech("\"voice\":\"Deep\"").body())
        .isNotEqualTo(speech("\"voice\":\"Linda\"").body());
    HttpResponse<byte[]> none = speech("\"voice\":\"alloy\"");
    assertThat(none.statusCode()).isEqualTo(404);
    JsonNode error = json(none.body()).get("error");
    assertThat(error.get("message").stringValue()).contains("alloy").contains("Deep, Linda");
    assertThat(error.get("type").stringValue()).isEqualTo("invalid_request_error");
    assertThat(error.get("param").stringValue()).isEqualTo("voice");
    assertThat(error.get("code").stringValue()).isEqualTo("voice_not_found");
    assertThat(json(get("/v1/voices").body()).get("voices").values())
        .extracting(JsonNode::stringValue)
        .contains("Deep", "Linda");
  }

  @Test
  void eventsCarrySoundAndWords() throws Exception {
    HttpResponse<byte[]> answer = speech("\"response_format\":\"wav\",\"stream_format\":\"sse\"");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    StringBuilder words = new StringBuilder();
    String last = "";
    for (String event : new String(answer.body(), StandardCharsets.UTF_8).split("\n\n", 0)) {
      assertThat(event).startsWith("data: ");
      JsonNode data = json(event.substring(6).getBytes(StandardCharsets.UTF_8));
      last = data.get("type").stringValue();
      switch (last) {
        case "speech.audio.delta" ->
            sound.writeBytes(Base64.getDecoder().decode(data.get("audio").stringValue()));
        case "speech.audio.words" -> data.get("words").forEach(word -> words.append(cut(word)));
        default -> assertThat(last).isEqualTo("speech.audio.done");
      }
    }
    assertThat(last).isEqualTo("speech.audio.done");
    assertThat(words)
        .hasToString("Good|morning|It|is|25 %|25 %|25 %|off|Dr.|Li|".replace("||", "|"));
    assertThat(sound.toByteArray()).isEqualTo(speech("\"response_format\":\"wav\"").body());
  }

  private static String cut(JsonNode word) {
    int offset = word.get("offset").intValue();
    return TEXT.substring(offset, offset + word.get("length").intValue()) + "|";
  }

  @Test
  void timedAnswersAreOneObject() throws Exception {
    HttpResponse<byte[]> answer =
        post("/v1/audio/speech/timed", "{\"input\":\"" + TEXT + "\",\"response_format\":\"wav\"}");
    JsonNode timed = json(answer.body());
    byte[] sound = Base64.getDecoder().decode(timed.get("audio").stringValue());
    assertThat(sound).isEqualTo(speech("\"response_format\":\"wav\"").body());
    assertThat(timed.get("format").stringValue()).isEqualTo("wav");
    double seconds = AudioFiles.read(Files.write(folder.resolve("timed.wav"), sound)).seconds();
    double before = 0;
    for (JsonNode word : timed.get("words")) {
      assertThat(word.get("start").doubleValue()).isBetween(before, seconds);
      assertThat(word.get("end").doubleValue()).isGreaterThan(word.get("start").doubleValue());
      before = word.get("start").doubleValue();
    }
    assertThat(before).isGreaterThan(0.5);
  }

  @Test
  void addsVoicesWhereItMay() throws Exception {
    byte[] clip = Files.readAllBytes(Path.of("assets/reference/kathleen.wav"));
    String place = "/v1/voices?name=Kathleen%20B&consent=permission";
    HttpResponse<byte[]> added = send(request(place).POST(BodyPublishers.ofByteArray(clip)));
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(library.get("Kathleen B").consent().kind().name()).isEqualTo("PERMISSION");
    assertThat(send(request(place).POST(BodyPublishers.ofByteArray(clip))).statusCode())
        .isEqualTo(409);
    for (String bad : List.of("", "?name=X", "?name=X&consent=none", "?name=&consent=mine")) {
      assertThat(
              send(request("/v1/voices" + bad).POST(BodyPublishers.ofByteArray(clip))).statusCode())
          .isEqualTo(400);
    }
    assertThat(
            send(request("/v1/voices?name=X&consent=mine")
                    .POST(BodyPublishers.ofString("no sound")))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void tellsWhatThereIs() throws Exception {
    assertThat(json(get("/health").body()).get("status").stringValue()).isEqualTo("ok");
    assertThat(json(get("/v1/models").body()).get("data").get(0).get("id").stringValue())
        .isEqualTo(pack.format().pack());
    HttpResponse<byte[]> page = get("/");
    assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("<h1>Myna</h1>");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(get("/page.js").statusCode()).isEqualTo(200);
    assertThat(get("/page.css").statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhoUsesIt() throws Exception {
    send(
        request("/v1/audio/speech")
            .header("User-Agent", "Reader/1.0 ")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"input\":\"Hello.\"}")));
    assertThat(server.users())
        .anySatisfy(
            user -> {
              assertThat(user.program()).isEqualTo("Reader/1.0");
              assertThat(user.requests()).isOne();
            });
  }

  private static JsonNode json(byte[] body) {
    return JsonMapper.shared().readTree(body);
  }

  private static HttpResponse<byte[]> speech(String fields) throws Exception {
    return post(
        "/v1/audio/speech", "{\"model\":\"tts-1\",\"input\":\"" + TEXT + "\"," + fields + "}");
  }

  private static HttpResponse<byte[]> post(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofByteArray());
  }
}
