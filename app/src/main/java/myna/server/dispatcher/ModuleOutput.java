package myna.server.dispatcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a module says to speech-dispatcher; each answer whole. Safe for use by several threads. */
final class ModuleOutput {
  /** As in HDLC: what follows is written with its fifth bit turned, so that no line ends in it. */
  private static final int ESCAPE = 0x7d;

  private static final int TURN = 0x20;

  private final OutputStream out;

  /** What happens while something is spoken. */
  enum Event {
    BEGIN("701 BEGIN"),
    END("702 END"),
    STOP("703 STOP"),
    PAUSE("704 PAUSE");

    private final String line;

    Event(String line) {
      this.line = line;
    }
  }

  ModuleOutput(OutputStream out) {
    this.out = out;
  }

  /** Says lines. */
  void say(String... lines) throws IOException {
    write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Tells an event. */
  void tell(Event event) throws IOException {
    say(event.line);
  }

  /** Tells that a mark is reached. */
  void mark(String name) throws IOException {
    say("700-" + name, "700 INDEX MARK");
  }

  /**
   * Hands over sound for speech-dispatcher to play.
   *
   * @param pcm samples of {@link SpeechSource}
   */
  void sound(byte[] pcm) throws IOException {
    ByteArrayOutputStream event = new ByteArrayOutputStream(pcm.length + pcm.length / 32 + 200);
    String head =
        """
        705-bits=16
        705-num_channels=1
        705-sample_rate=%d
        705-num_samples=%d
        705-big_endian=0
        705-AUDIO\0\
        """
            .formatted(SpeechSource.SAMPLE_RATE, pcm.length / 2);
    event.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    for (byte value : pcm) {
      if (value == '\n' || value == ESCAPE) {
        event.write(ESCAPE);
        event.write(value ^ TURN);
      } else {
        event.write(value);
      }
    }
    event.writeBytes("\n705 AUDIO\n".getBytes(StandardCharsets.US_ASCII));
    write(event.toByteArray());
  }

  private synchronized void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }
}
