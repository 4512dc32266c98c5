package myna.ui.speak;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.ui.sound.Feed;

/** What is spoken waits here to be heard. One thread fills it, another empties it. */
final class PieceQueue implements Feed {
  private static final long POLL_MILLIS = 50;

  private final BlockingQueue<float[]> pieces = new LinkedBlockingQueue<>();
  private volatile int sampleRate;

  /** Adds sound from a time on. */
  void add(Audio audio, double fromSeconds) {
    sampleRate = audio.sampleRate();
    int from = Math.clamp(Math.round(fromSeconds * sampleRate), 0, audio.length());
    if (from < audio.length()) {
      pieces.add(from == 0 ? audio.samples() : audio.slice(from, audio.length()).samples());
    }
  }

  /** Adds silence after sound. */
  void pause(double seconds) {
    float[] silence = new float[(int) Math.round(Math.max(0, seconds) * sampleRate)];
    if (silence.length > 0) {
      pieces.add(silence);
    }
  }

  /** Nothing more will come. */
  void end() {
    pieces.add(new float[0]);
  }

  @Override
  public int sampleRate() {
    return sampleRate;
  }

  @Override
  public Optional<float[]> next(Cancellation cancellation) throws InterruptedException {
    while (!cancellation.requested()) {
      float[] piece = pieces.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (piece != null) {
        return piece.length == 0 ? Optional.empty() : Optional.of(piece);
      }
    }
    return Optional.empty();
  }
}
