package myna.voice;

import myna.audio.Audio;
import myna.audio.VoiceActivity;

/**
 * Finds the stretch of a long recording that shows a voice best: much speech, little noise, nothing
 * cut in mid-word where there is a pause near.
 */
public final class BestStretch {
  private static final double STEP_SECONDS = 0.5;
  private static final double SEARCH_SECONDS = 1;
  private static final double FADE_SECONDS = 0.005;

  /**
   * What a dB of distance from the noise is worth, in shares of speech; more than 40 dB are no use.
   */
  private static final double VALUE_OF_DB = 0.01;

  private static final double MOST_DB = 40;

  /** A stretch in which the level hardly changes holds noise, no speech. */
  private static final double LEAST_DB = 9;

  private final VoiceActivity activity;

  private BestStretch(VoiceActivity activity) {
    this.activity = activity;
  }

  /**
   * Cuts a recording to its best stretch.
   *
   * @param longestSeconds above which it is cut
   * @return the recording itself where it is short enough
   */
  public static Audio of(Audio audio, double longestSeconds) {
    if (audio.seconds() <= longestSeconds) {
      return audio;
    }
    VoiceActivity activity = VoiceActivity.of(audio);
    return new BestStretch(activity).cut(audio, frames(longestSeconds));
  }

  private Audio cut(Audio audio, int length) {
    int last = Math.max(0, activity.active().length - length);
    int best = 0;
    double bestScore = score(0, length);
    for (int start = frames(STEP_SECONDS); start <= last; start += frames(STEP_SECONDS)) {
      double score = score(start, start + length);
      if (score > bestScore) {
        best = start;
        bestScore = score;
      }
    }
    int from = best == 0 ? 0 : pauseFrom(best, 1);
    int end = Math.min(activity.active().length, best + length);
    int to = end == activity.active().length ? end : pauseFrom(end, -1);
    return faded(audio.slice(sample(audio, from), sample(audio, to)));
  }

  private double score(int from, int to) {
    VoiceActivity stretch = activity.slice(from, Math.min(to, activity.active().length));
    double range = Math.min(MOST_DB, stretch.rangeDb());
    double share =
        stretch.activeSeconds() / (stretch.active().length * VoiceActivity.FRAME_SECONDS);
    return (range < LEAST_DB ? 0 : share) + VALUE_OF_DB * range;
  }

  /** The nearest inactive frame in a direction, or the frame itself where there is none near. */
  private int pauseFrom(int frame, int direction) {
    for (int d = 0; d < frames(SEARCH_SECONDS); d++) {
      int f = frame + d * direction;
      if (f >= 0 && f < activity.active().length && !activity.active()[f]) {
        return f;
      }
    }
    return frame;
  }

  /** Without a click where it was cut. The slice is ours to change. */
  private static Audio faded(Audio slice) {
    float[] samples = slice.samples();
    int fade = Math.min(samples.length / 2, (int) (FADE_SECONDS * slice.sampleRate()));
    for (int t = 0; t < fade; t++) {
      float gain = t / (float) fade;
      samples[t] *= gain;
      samples[samples.length - 1 - t] *= gain;
    }
    return slice;
  }

  private static int sample(Audio audio, int frame) {
    double seconds = frame * VoiceActivity.FRAME_SECONDS;
    return Math.clamp(Math.round(seconds * audio.sampleRate()), 0, audio.length());
  }

  private static int frames(double seconds) {
    return (int) Math.round(seconds / VoiceActivity.FRAME_SECONDS);
  }
}
