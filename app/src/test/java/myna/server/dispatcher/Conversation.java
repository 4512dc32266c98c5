package myna.server.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** Talks with a module as speech-dispatcher does. */
final class Conversation implements Closeable {
  private static final int ROOM = 1 << 20;

  private final PipedOutputStream commands = new PipedOutputStream();
  private final PipedInputStream answers = new PipedInputStream(ROOM);
  private final CompletableFuture<Void> end;
  private byte[] sound = {};

  Conversation(VoiceChoice voices, SpeechSource source) throws IOException {
    InputStream in = new PipedInputStream(commands, ROOM);
    PipedOutputStream out = new PipedOutputStream(answers);
    SpeechModule module = new SpeechModule(voices, source, in, out);
    end =
        CompletableFuture.runAsync(
            () -> {
              try {
                module.run();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  void say(String... lines) throws IOException {
    commands.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    commands.flush();
  }

  /** Sends a message as a whole. */
  void speak(String command, String... lines) throws IOException {
    say(command);
    if (lines.length > 0) {
      say(lines);
    }
    say(".");
  }

  /** The module must say exactly this; {@code sound N} stands for N samples. */
  void hears(String... expected) throws IOException {
    for (String line : expected) {
      assertThat(next()).isEqualTo(line);
    }
  }

  /** The samples of the last event of sound. */
  byte[] sound() {
    return sound.clone();
  }

  CompletableFuture<Void> end() {
    return end;
  }

  private String next() throws IOException {
    String line = line();
    if (!line.startsWith("705-")) {
      return line;
    }
    assertThat(line).isEqualTo("705-bits=16");
    assertThat(line()).isEqualTo("705-num_channels=1");
    assertThat(line()).isEqualTo("705-sample_rate=24000");
    int samples = Integer.parseInt(line().replace("705-num_samples=", ""));
    assertThat(line()).isEqualTo("705-big_endian=0");
    byte[] bytes = bytes();
    byte[] head = "705-AUDIO\0".getBytes(StandardCharsets.US_ASCII);
    assertThat(bytes).startsWith(head);
    sound = unescaped(Arrays.copyOfRange(bytes, head.length, bytes.length));
    assertThat(sound).hasSize(2 * samples);
    assertThat(line()).isEqualTo("705 AUDIO");
    return "sound " + samples;
  }

  private static byte[] unescaped(byte[] escaped) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (int i = 0; i < escaped.length; i++) {
      plain.write(escaped[i] == 0x7d ? escaped[++i] ^ 0x20 : escaped[i]);
    }
    return plain.toByteArray();
  }

  private String line() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int value = answers.read(); value != '\n'; value = answers.read()) {
      assertThat(value).as("the module said %s and ended", line).isNotNegative();
      line.write(value);
    }
    return line.toByteArray();
  }

  @Override
  public void close() throws IOException {
    commands.close();
  }
}
