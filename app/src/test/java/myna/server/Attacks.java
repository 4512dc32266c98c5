package myna.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Bad requests of many kinds, the same for the same seed. */
final class Attacks {
  private static final String GOOD = "{\"input\":\"Hi.\",\"response_format\":\"pcm\"}";
  private static final List<String> HOSTS =
      List.of(
          "evil.example",
          "localhost.evil.example",
          "127.0.0.1.evil.example",
          "evil",
          "xn--lcalhost-v9a",
          "evil.example:8765",
          "localhost@evil.example",
          "0x7f000001",
          "local host");
  private static final List<String> ORIGINS =
      List.of(
          "https://evil.example",
          "null",
          "http://localhost.evil.example",
          "http://localhost:1",
          "file://",
          "chrome-extension://abc",
          "https://localhost",
          "http://127.0.0.1:9");
  private static final List<String> PATHS =
      List.of(
          "/../etc/passwd",
          "/..%2f..%2fetc/passwd",
          "/v1/../../etc/passwd",
          "/%2e%2e/etc",
          "//v1/audio/speech",
          "/v1/audio/speech/",
          "/v1/audio/speech;a=b",
          "/v1%2Faudio%2Fspeech",
          "/V1/AUDIO/SPEECH",
          "/v1/audio/speech%00",
          "/page.html",
          "/myna/server/page.html",
          "/WEB-INF/web.xml",
          "/v1/voices/Linda",
          "/\\..\\x",
          "/v1/audio/speech/timed/..");
  private static final List<String> WRONG_JSON_TYPES =
      List.of(
          "text/plain",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "",
          "json",
          "application/jsonp");

  private final Random random;

  Attacks(long seed) {
    random = new Random(seed);
  }

  /**
   * An attack.
   *
   * @param statuses that are right
   * @param cut whether the client goes away instead of waiting for the answer
   */
  record Attack(String kind, byte[] bytes, Set<Integer> statuses, boolean cut) {}

  /** So many. */
  List<Attack> list(int count) {
    List<Attack> attacks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      attacks.add(attack(i % 14));
    }
    return attacks;
  }

  private Attack attack(int kind) {
    return switch (kind) {
      case 0 -> of("broken JSON", Wire.speech(brokenJson()), 400);
      case 1 -> of("wrong type", Wire.speech(wrongType()), 400);
      case 2 -> of("out of range", Wire.speech(outOfRange()), 400);
      case 3 -> huge();
      case 4 -> of("host", head("GET", "/health", pick(HOSTS), ""), 400, 403);
      case 5 ->
          of(
              "origin",
              head("POST", "/v1/audio/speech", "localhost", "Origin: " + pick(ORIGINS) + "\r\n"),
              403);
      case 6 ->
          of(
              "page",
              head(
                  "GET",
                  "/v1/voices",
                  "localhost",
                  "Sec-Fetch-Site: " + pick(List.of("cross-site", "same-site", "odd")) + "\r\n"),
              403);
      case 7 -> of("path", head("GET", pick(PATHS), "localhost", ""), 400, 404);
      case 8 -> method();
      case 9 ->
          of("content type", GOOD_POST.replace("application/json", pick(WRONG_JSON_TYPES)), 415);
      case 10 -> of("no HTTP", noHttp(), 400, 505);
      case 11 -> framing();
      case 12 ->
          of(
              "voice",
              Wire.speech(
                  "{\"input\":\"Hi.\",\"voice\":\"" + "x".repeat(1 + random.nextInt(200)) + "\"}"),
              404);
      default -> cut();
    };
  }

  private static final String GOOD_POST = Wire.speech(GOOD);

  private static Attack of(String kind, String request, Integer... statuses) {
    return new Attack(kind, request.getBytes(StandardCharsets.UTF_8), Set.of(statuses), false);
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String head(String method, String path, String host, String more) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: "
        + host
        + "\r\nConnection: close\r\n"
        + more
        + "\r\n";
  }

  private String brokenJson() {
    return switch (random.nextInt(6)) {
      case 0 -> GOOD.substring(0, random.nextInt(GOOD.length()));
      case 1 -> GOOD + pick(List.of("x", "{}", "]", "\"", ","));
      case 2 -> "[".repeat(1 + random.nextInt(5000));
      case 3 -> GOOD.replace(",", ",\"input\":\"again\",");
      case 4 -> GOOD.replace("\"Hi.\"", "'Hi.'");
      default ->
          pick(
              List.of(
                  "", "null", "\"Hi.\"", "[]", "17", "NaN", "{'a':1}", "\u0000", "{\"input\"}"));
    };
  }

  private String wrongType() {
    String field =
        pick(
            List.of(
                "model",
                "input",
                "voice",
                "response_format",
                "stream_format",
                "speed",
                "seed",
                "steps",
                "pauses"));
    String value =
        field.equals("input")
                || field.equals("model")
                || field.equals("voice")
                || field.endsWith("format")
            ? pick(List.of("1", "-1.5", "true", "[]", "[\"wav\"]", "1e999"))
            : pick(List.of("\"1\"", "true", "[]", "{}", "\"NaN\"", "[1]", "1e999"));
    String others = field.equals("input") ? "" : "\"input\":\"Hi.\",";
    return "{" + others + "\"" + field + "\":" + value + "}";
  }

  private String outOfRange() {
    return "{\"input\":\"Hi.\","
        + pick(
            List.of(
                "\"speed\":0",
                "\"speed\":0.24",
                "\"speed\":4.01",
                "\"speed\":-1",
                "\"seed\":9223372036854775808",
                "\"seed\":0.5",
                "\"steps\":0",
                "\"steps\":65",
                "\"steps\":1e9",
                "\"pauses\":-0.1",
                "\"pauses\":5",
                "\"response_format\":\"\"",
                "\"response_format\":\"m4a\"",
                "\"response_format\":\"WAV\"",
                "\"stream_format\":\"json\"",
                "\"voice\":\"" + "v".repeat(300) + "\"",
                "\"model\":\"" + "m".repeat(300) + "\""))
        + "}";
  }

  private Attack huge() {
    int size = random.nextInt(100_000);
    return switch (random.nextInt(5)) {
      case 0 ->
          of(
              "long input",
              Wire.speech(
                  "{\"input\":\"" + "a ".repeat(10_001 + size).substring(0, 20_001 + size) + "\"}"),
              400);
      case 1 ->
          of("large body", Wire.speech("{\"input\":\"" + "a".repeat(262_144 + size) + "\"}"), 413);
      case 2 ->
          of(
              "large chunks",
              head(
                      "POST",
                      "/v1/audio/speech",
                      "localhost",
                      "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")
                  + ("10000\r\n" + "a".repeat(0x10000) + "\r\n").repeat(5)
                  + "0\r\n\r\n",
              413);
      case 3 ->
          of(
              "large header",
              head("GET", "/health", "localhost", "X: " + "x".repeat(9000 + size) + "\r\n"),
              431);
      default -> of("long path", head("GET", "/" + "p".repeat(9000 + size), "localhost", ""), 414);
    };
  }

  private Attack method() {
    String method =
        pick(List.of("PUT", "DELETE", "PATCH", "GET", "HEAD", "OPTIONS", "TRACE", "BREW", "POST"));
    String path = method.equals("POST") ? "/health" : "/v1/audio/speech";
    return of("method", head(method, path, "localhost", ""), 405);
  }

  private String noHttp() {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(200); i++) {
      noise.append((char) (1 + random.nextInt(126)));
    }
    return switch (random.nextInt(4)) {
      case 0 -> "\u0016\u0003\u0001" + noise + "\r\n\r\n";
      case 1 -> "SSH-2.0-OpenSSH_9.9\r\n\r\n";
      case 2 -> "GET /health HTTP/9.9\r\nHost: localhost\r\n\r\n";
      default -> "GET\t/health\tHTTP/1.1\r\nHost: localhost\r\n\r\n";
    };
  }

  private Attack framing() {
    String json = "Content-Type: application/json\r\n";
    String path = "/v1/audio/speech";
    return switch (random.nextInt(5)) {
      case 0 ->
          of(
              "two lengths",
              head("POST", path, "localhost", json + "Content-Length: 3\r\nContent-Length: 5\r\n")
                  + GOOD,
              400);
      case 1 ->
          of(
              "length and chunks",
              head(
                      "POST",
                      path,
                      "localhost",
                      json + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")
                  + "0\r\n\r\n",
              400);
      case 2 ->
          of(
              "negative length",
              head(
                  "POST",
                  path,
                  "localhost",
                  json + "Content-Length: -" + (1 + random.nextInt(99)) + "\r\n"),
              400);
      case 3 ->
          of(
              "bad chunk",
              head("POST", path, "localhost", json + "Transfer-Encoding: chunked\r\n")
                  + "zz\r\nabc\r\n0\r\n\r\n",
              400);
      default ->
          of("two hosts", head("GET", "/health", "localhost", "Host: localhost\r\n"), 400, 403);
    };
  }

  /** A good request that ends somewhere, or whose sender does not wait for the answer. */
  private Attack cut() {
    byte[] whole = GOOD_POST.getBytes(StandardCharsets.UTF_8);
    byte[] part = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
    return new Attack("cut", part, Set.of(), true);
  }
}
