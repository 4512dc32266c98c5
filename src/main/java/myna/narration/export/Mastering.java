package myna.narration.export;

import java.util.Arrays;
import myna.audio.LoudnessMeter;
import myna.narration.NarrationException;

/** The last steps of the sound: gain, limiter and room tone, as a preset of loudness has them. */
final class Mastering {
  private final ExportSettings.Sound sound;
  private final double gainDb;
  private final LoudnessMeter meter;

  /**
   * @param gainDb that brings the whole to its loudness
   * @param meter told everything that is written
   */
  Mastering(ExportSettings.Sound sound, double gainDb, LoudnessMeter meter) {
    this.sound = sound;
    this.gainDb = gainDb;
    this.meter = meter;
  }

  /** A chain in front of a sink; it is to be finished when everything was put in. */
  Chain before(BookSound.Sink sink, int sampleRate) {
    return new Chain(sink, sampleRate);
  }

  /** One stream's way through. */
  final class Chain implements BookSound.Sink {
    private final BookSound.Sink sink;
    private final Limiter limiter;
    private final RoomTone tone = new RoomTone();
    private int late;

    private Chain(BookSound.Sink sink, int sampleRate) {
      this.sink = sink;
      this.limiter = new Limiter(gainDb, sound.loudness().highestPeakDb(), sampleRate);
      this.late = limiter.delay();
    }

    @Override
    public void accept(float[] samples) throws NarrationException {
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
    void finish() throws NarrationException {
      if (sound.loudness().isMeasured()) {
        accept(new float[limiter.delay()]);
      }
    }

    private void put(float[] samples) throws NarrationException {
      meter.add(samples);
      sink.accept(samples);
    }
  }
}
