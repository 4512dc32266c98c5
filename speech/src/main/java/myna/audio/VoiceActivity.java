package myna.audio;

import java.util.Arrays;

/**
 * Which stretches of a recording are louder than its background: speech, in a recording of one
 * voice.
 *
 * <p>The threshold lies between the recording's own floor and its own peak level, so that a quiet
 * clip is judged like a loud one, and a clip without pauses is active all through.
 *
 * @param active [F] per frame of {@link #FRAME_SECONDS}
 * @param levels [F] in dB relative to full scale, from {@link #SILENCE_DB} up; low rumble left out
 * @param floorDb level of the background
 * @param speechDb level of the loudest tenth
 */
public record VoiceActivity(boolean[] active, double[] levels, double floorDb, double speechDb) {
  /** Duration of a frame. */
  public static final double FRAME_SECONDS = 0.01;

  /** The level of frames with nothing in them. */
  public static final double SILENCE_DB = -120;

  /** Below this, a frame is silence, whatever the rest is: under the last bit of 16. */
  private static final double INAUDIBLE_DB = -96;

  /** Where floor and speech lie closer together than this, there is no telling them apart. */
  private static final double LEAST_RANGE_DB = 9;

  /** The threshold lies this share of the way from floor to speech. */
  private static final double THRESHOLD_SHARE = 0.35;

  private static final double RUMBLE_HZ = 90;
  private static final double LONGEST_BRIDGED_SECONDS = 0.15;
  private static final double SHORTEST_SECONDS = 0.03;

  /** Finds the active frames. An unfinished last frame counts as one. */
  public static VoiceActivity of(Audio audio) {
    return of(levels(audio));
  }

  /** The activity of a stretch on its own: its floor and its peaks are those of the stretch. */
  public VoiceActivity slice(int from, int to) {
    return of(Arrays.copyOfRange(levels, from, to));
  }

  private static VoiceActivity of(double[] levels) {
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    double floor = quantile(sorted, 0.1);
    double speech = quantile(sorted, 0.95);
    boolean[] active = new boolean[levels.length];
    double threshold = threshold(Math.max(floor, INAUDIBLE_DB), speech);
    for (int f = 0; f < levels.length; f++) {
      active[f] = levels[f] > threshold;
    }
    dropRuns(active, true, frames(SHORTEST_SECONDS));
    dropRuns(active, false, frames(LONGEST_BRIDGED_SECONDS));
    return new VoiceActivity(active, levels, floor, speech);
  }

  /** Seconds of activity. */
  public double activeSeconds() {
    int count = 0;
    for (boolean frame : active) {
      count += frame ? 1 : 0;
    }
    return count * FRAME_SECONDS;
  }

  /** How far speech stands out from the background, in dB; 0 where they cannot be told apart. */
  public double rangeDb() {
    return Math.max(0, speechDb - floorDb);
  }

  /** The first active frame, or -1. */
  public int first() {
    for (int f = 0; f < active.length; f++) {
      if (active[f]) {
        return f;
      }
    }
    return -1;
  }

  /** The last active frame, or -1. */
  public int last() {
    for (int f = active.length - 1; f >= 0; f--) {
      if (active[f]) {
        return f;
      }
    }
    return -1;
  }

  private static double threshold(double floor, double speech) {
    if (speech <= INAUDIBLE_DB) {
      return Double.POSITIVE_INFINITY;
    }
    return speech - floor < LEAST_RANGE_DB
        ? INAUDIBLE_DB
        : floor + Math.max(LEAST_RANGE_DB / 2, THRESHOLD_SHARE * (speech - floor));
  }

  private static double[] levels(Audio audio) {
    float[] samples = Biquad.highPass(audio.sampleRate(), RUMBLE_HZ).filter(audio.samples());
    int size = Math.max(1, (int) Math.round(audio.sampleRate() * FRAME_SECONDS));
    double[] levels = new double[(samples.length + size - 1) / size];
    for (int f = 0; f < levels.length; f++) {
      int to = Math.min(samples.length, (f + 1) * size);
      levels[f] = Math.max(SILENCE_DB, Levels.rmsDb(samples, f * size, to));
    }
    return levels;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? SILENCE_DB : sorted[(int) (share * (sorted.length - 1))];
  }

  /**
   * Turns runs of {@code kind} that are shorter than {@code least}, and not at an end, into the
   * other kind.
   */
  private static void dropRuns(boolean[] frames, boolean kind, int least) {
    int start = 0;
    for (int f = 1; f <= frames.length; f++) {
      if (f < frames.length && frames[f] == frames[start]) {
        continue;
      }
      boolean atAnEnd = start == 0 || f == frames.length;
      if (frames[start] == kind && f - start < least && !atAnEnd) {
        Arrays.fill(frames, start, f, !kind);
      }
      start = f;
    }
  }

  private static int frames(double seconds) {
    return (int) Math.round(seconds / FRAME_SECONDS);
  }
}
