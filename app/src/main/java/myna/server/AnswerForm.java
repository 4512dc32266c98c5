package myna.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import myna.audio.OutputFormat;
import myna.speech.SpokenWord;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How sound, and the times of its words, are laid into the body of an answer. */
sealed interface AnswerForm {
  /** The type of the body. */
  String contentType();

  /** Where the sound is written to. */
  OutputStream sound();

  /**
   * Words of a sentence whose sound is written.
   *
   * @param words with times from the start of the whole
   */
  void words(List<SpokenWord> words) throws IOException;

  /** Everything is written. */
  void end() throws IOException;

  /** The type of a format. */
  static String type(OutputFormat format) {
    return switch (format) {
      case MP3 -> "audio/mpeg";
      case OPUS -> "audio/ogg";
      case AAC, M4A -> "audio/aac";
      case FLAC -> "audio/flac";
      case WAV -> "audio/wav";
      case PCM -> "audio/pcm";
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ArrayNode array, List<SpokenWord> words) {
    for (SpokenWord word : words) {
      array
          .addObject()
          .put("word", word.text())
          .put("start", rounded(word.start()))
          .put("end", rounded(word.end()))
          .put("offset", word.source().start())
          .put("length", word.source().end() - word.source().start());
    }
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  /** The sound, and nothing else. */
  record Plain(OutputFormat format, OutputStream body) implements AnswerForm {
    @Override
    public String contentType() {
      return type(format);
    }

    @Override
    public OutputStream sound() {
      return body;
    }

    @Override
    public void words(List<SpokenWord> words) {}

    @Override
    public void end() {}
  }

  /** Server-sent events: OpenAI's for the sound, and one more for words. */
  final class Events implements AnswerForm {
    private final OutputStream body;
    private int words;

    Events(OutputStream body) {
      this.body = body;
    }

    @Override
    public String contentType() {
      return "text/event-stream";
    }

    @Override
    public OutputStream sound() {
      return new OutputStream() {
        @Override
        public void write(int value) throws IOException {
          write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          byte[] part = Arrays.copyOfRange(bytes, offset, offset + length);
          ObjectNode event = event("speech.audio.delta");
          send(event.put("audio", Base64.getEncoder().encodeToString(part)));
        }
      };
    }

    @Override
    public void words(List<SpokenWord> spoken) throws IOException {
      words += spoken.size();
      ObjectNode event = event("speech.audio.words");
      put(event.putArray("words"), spoken);
      send(event);
    }

    @Override
    public void end() throws IOException {
      ObjectNode event = event("speech.audio.done");
      event
          .putObject("usage")
          .put("input_tokens", words)
          .put("output_tokens", 0)
          .put("total_tokens", words);
      send(event);
    }

    private static ObjectNode event(String type) {
      return Answers.object().put("type", type);
    }

    private void send(ObjectNode event) throws IOException {
      body.write(utf8("data: " + event + "\n\n"));
    }
  }

  /** One JSON object with the sound and its words, the sound first, so that it needs no memory. */
  final class Timed implements AnswerForm {
    private final OutputStream body;
    private final OutputStream sound;
    private final List<SpokenWord> words = new ArrayList<>();

    Timed(OutputFormat format, OutputStream body) throws IOException {
      this.body = body;
      body.write(utf8("{\"format\":\"" + SpeechCall.key(format) + "\",\"audio\":\""));
      sound = Base64.getEncoder().wrap(new Unclosed(body));
    }

    @Override
    public String contentType() {
      return "application/json";
    }

    @Override
    public OutputStream sound() {
      return sound;
    }

    @Override
    public void words(List<SpokenWord> spoken) {
      words.addAll(spoken);
    }

    @Override
    public void end() throws IOException {
      sound.close(); // writes the last characters, and leaves the body open
      ObjectNode rest = Answers.object();
      put(rest.putArray("words"), words);
      body.write(utf8("\"," + rest.toString().substring(1)));
    }

    /** A stream that stays open. */
    private static final class Unclosed extends FilterOutputStream {
      Unclosed(OutputStream body) {
        super(body);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() {}
    }
  }
}
