package myna.audio;

/** Cuts off the silence before and after speech. */
public final class Trimming {
  /** What is left of the silence on each side, in seconds. */
  public static final double MARGIN_SECONDS = 0.1;

  private Trimming() {}

  /**
   * The audio without the silence at its ends.
   *
   * @return the audio itself where there is nothing to cut, or nothing but silence: never nothing
   */
  public static Audio trim(Audio audio) {
    return trim(audio, VoiceActivity.of(audio));
  }

  /** Like {@link #trim(Audio)}, where the activity is known already. */
  public static Audio trim(Audio audio, VoiceActivity activity) {
    if (activity.first() < 0) {
      return audio;
    }
    double frame = VoiceActivity.FRAME_SECONDS;
    int from = at(audio, activity.first() * frame - MARGIN_SECONDS);
    int to = at(audio, (activity.last() + 1) * frame + MARGIN_SECONDS);
    return from == 0 && to == audio.length() ? audio : audio.slice(from, to);
  }

  private static int at(Audio audio, double seconds) {
    return Math.clamp(Math.round(seconds * audio.sampleRate()), 0, audio.length());
  }
}
