package myna.server.dispatcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import myna.server.dispatcher.IndexMarks.Due;
import myna.server.dispatcher.SpeechSource.TimedWord;

/**
 * Hands sound over at its volume, in parts, with the marks in their places and without the silence
 * before the first sound.
 */
final class Delivery implements SpeechSource.Listener {
  private static final int SAMPLE_BYTES = 2;

  /** Between two parts a stop is heeded: a tenth of a second. */
  private static final int PART_BYTES = SpeechSource.SAMPLE_RATE / 10 * SAMPLE_BYTES;

  private final ModuleOutput out;
  private final IndexMarks marks;
  private final double gain;

  /** What is quieter before the first sound, of 32768, nobody hears, so nobody waits for it. */
  private static final int SILENT = 50;

  private final Deque<Due> due = new ArrayDeque<>();
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private long sent;
  private boolean begun;

  Delivery(ModuleOutput out, IndexMarks marks, double gain) {
    this.out = out;
    this.marks = marks;
    this.gain = gain;
  }

  @Override
  public void sound(byte[] pcm) throws IOException, InterruptedException {
    if (marks.isInner()) {
      held.writeBytes(pcm);
    } else {
      send(pcm);
    }
  }

  @Override
  public void words(List<TimedWord> words) throws IOException, InterruptedException {
    due.addAll(marks.due(words));
    release();
  }

  /** Sends what is left. */
  void end() throws IOException, InterruptedException {
    release();
    for (Due mark : due) {
      out.mark(mark.name());
    }
    for (String name : marks.rest()) {
      out.mark(name);
    }
  }

  private void release() throws IOException, InterruptedException {
    byte[] pcm = held.toByteArray();
    held.reset();
    send(pcm);
  }

  private void send(byte[] pcm) throws IOException, InterruptedException {
    int at = begun ? 0 : silentBytes(pcm);
    begun = begun || at < pcm.length;
    sent += at;
    do {
      while (!due.isEmpty() && place(due.peek()) <= sent) {
        out.mark(due.remove().name());
      }
      int end = Math.min(pcm.length, at + PART_BYTES);
      if (!due.isEmpty()) {
        end = (int) Math.min(end, at + place(due.peek()) - sent);
      }
      part(Arrays.copyOfRange(pcm, at, end));
      sent += end - at;
      at = end;
    } while (at < pcm.length);
  }

  private static int silentBytes(byte[] pcm) {
    ShortBuffer samples = samples(pcm);
    int t = 0;
    while (t < samples.limit() && Math.abs(samples.get(t)) <= SILENT) {
      t++;
    }
    return t * SAMPLE_BYTES;
  }

  private static ShortBuffer samples(byte[] pcm) {
    return ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
  }

  /** The byte of the sound that a mark stands before. */
  private static long place(Due mark) {
    return Math.round(mark.seconds() * SpeechSource.SAMPLE_RATE) * SAMPLE_BYTES;
  }

  private void part(byte[] pcm) throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (pcm.length > 0) {
      amplify(pcm);
      out.sound(pcm);
    }
  }

  private void amplify(byte[] pcm) {
    if (gain == 1) {
      return;
    }
    ShortBuffer samples = samples(pcm);
    for (int t = 0; t < samples.limit(); t++) {
      samples.put(t, (short) Math.round(samples.get(t) * gain));
    }
  }
}
