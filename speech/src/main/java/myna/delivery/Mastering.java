package myna.delivery;

import java.util.Arrays;
import myna.audio.AudioException;
import myna.audio.LoudnessMeter;

/** The last steps of the sound: gain, limiter and room tone, as a preset of loudness has them. */
public final class Mastering {
  private final Sound sound;
  private final double gainDb;
  private final LoudnessMeter meter;

  /**
   * The last steps of one or several files.
   *
   * @param gainDb that brings the whole to its loudness
   * @param meter told everything that is written
   */
  public Mastering(Sound sound, double gainDb, LoudnessMeter meter) {
    this.sound = sound;
    this.gainDb = gainDb;
    this.meter = meter;
  }

  Sound sound() {
    return sound;
  }

  /** A chain in front of a sink; it is to be finished when everything was put in. */
  Chain before(Sink sink, int sampleRate) {
    return new Chain(sink, sampleRate);
  }

  /** One stream's way through. */
  final class Chain implements Sink {
    private final Sink sink;
    private final Limiter limiter;
    private final RoomTone tone = new RoomTone();
    private int late;

    private Chain(Sink sink, int sampleRate) {
      this.sink = sink;
      this.limiter = new Limiter(gainDb, sound.loudness().highestPeakDb(), sampleRate);
      this.late = limiter.delay();
    }

    @Override
    public void accept(float[] samples) throws AudioException {
      if (!sound.loudness().isMeasured()) {
        put(samples);
        return;
      }
      limiter.process(samples);
      int cut = Math.min(late, samples.length);
      late -= cut;
      float[] inTime = cut == 0 ? samples : Arrays.copyOfRange(samples, cut, samples.length);
      tone.addTo(inTime);
      put(inTime);
    }

    /** Gives out what the limiter still holds. */
    void finish() throws AudioException {
      if (sound.loudness().isMeasured()) {
        accept(new float[limiter.delay()]);
      }
    }

    private void put(float[] samples) throws AudioException {
      meter.add(samples);
      sink.accept(samples);
    }
  }
}
