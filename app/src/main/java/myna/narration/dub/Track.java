package myna.narration.dub;

import java.util.Arrays;
import myna.audio.AudioException;
import myna.delivery.SoundWriter;

/** A stream of sound on which speech has its places. All times are in seconds. */
final class Track {
  private final SoundWriter sound;
  private final double sampleRate;
  private int cut; // samples of silence that the next speech starts with and that have no place

  Track(SoundWriter sound, int sampleRate) {
    this.sound = sound;
    this.sampleRate = sampleRate;
  }

  /** The length so far. */
  double seconds() {
    return sound.written() / sampleRate;
  }

  /**
   * When the first phoneme of some speech can be heard.
   *
   * @param wanted when it should be
   * @param lead the silence before it, which is cut where there is no time for it
   */
  double start(double wanted, double lead) {
    return seconds() <= wanted ? wanted : seconds() + lead;
  }

  /**
   * Goes on to where some speech begins.
   *
   * @param start of its first phoneme, as {@link #start} gave it
   * @param lead the silence before it
   */
  void begin(double start, double lead) throws AudioException {
    silenceUntil(start - lead);
    cut = Math.max(0, samples(seconds() - (start - lead)));
  }

  void add(float[] samples) throws AudioException {
    int from = Math.min(cut, samples.length);
    sound.write(from == 0 ? samples : Arrays.copyOfRange(samples, from, samples.length));
    cut -= from;
  }

  void silence(double seconds) throws AudioException {
    sound.silence(seconds);
  }

  /** Nothing where it is past that already; long silence comes in pieces. */
  void silenceUntil(double seconds) throws AudioException {
    for (double left = seconds - seconds(); left > 0.5 / sampleRate; left = seconds - seconds()) {
      sound.silence(Math.min(1, left));
    }
  }

  private int samples(double seconds) {
    return (int) Math.round(seconds * sampleRate);
  }
}
