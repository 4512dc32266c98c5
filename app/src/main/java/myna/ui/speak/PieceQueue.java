package myna.ui.speak;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.speech.SpokenSentence;
import myna.ui.sound.Feed;

/** What is spoken waits here to be heard. One thread fills it, another empties it. */
final class PieceQueue implements Feed, Speaker.Listener {
  private static final long POLL_MILLIS = 50;

  private final double pauses;

  private final BlockingQueue<float[]> pieces = new LinkedBlockingQueue<>();
  private volatile int sampleRate;
  private double skipped;

  /**
   * An empty queue.
   *
   * @param skipped seconds of the first line that are not wanted
   * @param pauses factor on the pauses after the lines
   */
  PieceQueue(double skipped, double pauses) {
    this.skipped = skipped;
    this.pauses = pauses;
  }

  @Override
  public void heard(Audio piece) {
    sampleRate = piece.sampleRate();
    int from = Math.clamp(Math.round(skipped * sampleRate), 0, piece.length());
    skipped = Math.max(0, skipped - piece.seconds());
    if (from < piece.length()) {
      pieces.add(from == 0 ? piece.samples() : piece.slice(from, piece.length()).samples());
    }
  }

  @Override
  public void ready(SpokenSentence spoken) {
    skipped = 0;
    double seconds = Math.max(0, spoken.pauseSeconds() * pauses);
    float[] silence = new float[(int) Math.round(seconds * sampleRate)];
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
