package myna.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import myna.audio.Audio;
import myna.audio.Levels;
import myna.audio.Resampler;
import myna.audio.Trimming;
import myna.audio.VoiceActivity;
import myna.voice.VoiceException.Reason;

/**
 * Makes one reference of one or several clips: silence trimmed, what is too long cut to its best
 * stretch, all at one level.
 */
public final class Reference {
  /** The longest reference: more tells no more about a voice. */
  public static final double LONGEST_SECONDS = 12;

  /** The least speech that a reference can be made of. */
  public static final double LEAST_SPEECH_SECONDS = 0.5;

  /** The least that a clip is worth taking in, where there are many. */
  private static final double LEAST_SHARE_SECONDS = 3;

  private static final double GAP_SECONDS = 0.15;
  private static final double LEVEL_DB = -24;
  private static final double PEAK_DB = -1;

  private Reference() {}

  /** The reference of a single clip, at the clip's own rate. */
  public static Audio of(Audio clip) throws VoiceException {
    return of(List.of(clip), clip.sampleRate());
  }

  /**
   * The reference of several clips.
   *
   * @param clips at least one, the most telling first: where there are more than four, the rest is
   *     left out
   * @param sampleRate of the reference
   * @return at most {@link #LONGEST_SECONDS}
   * @throws VoiceException with {@link Reason#NO_SPEECH} if there is too little speech in them
   */
  public static Audio of(List<Audio> clips, int sampleRate) throws VoiceException {
    int count = Math.min(clips.size(), (int) (LONGEST_SECONDS / LEAST_SHARE_SECONDS));
    double budget = LONGEST_SECONDS - (count - 1) * GAP_SECONDS;
    List<Audio> parts = new ArrayList<>();
    double speech = 0;
    for (int i = 0; i < count; i++) {
      Audio part = part(Resampler.resample(clips.get(i), sampleRate), budget / (count - i));
      speech += VoiceActivity.of(part).activeSeconds();
      budget -= part.seconds();
      parts.add(part);
    }
    if (speech < LEAST_SPEECH_SECONDS) {
      throw tooLittle(speech);
    }
    return join(parts, sampleRate);
  }

  /**
   * Checks that a clip holds enough speech.
   *
   * @throws VoiceException with {@link Reason#NO_SPEECH} if not
   */
  static void checkSpeech(Audio clip) throws VoiceException {
    double speech = VoiceActivity.of(clip).activeSeconds();
    if (speech < LEAST_SPEECH_SECONDS) {
      throw tooLittle(speech);
    }
  }

  private static VoiceException tooLittle(double speech) {
    return new VoiceException(
        Reason.NO_SPEECH,
        speech == 0
            ? "no speech can be heard in the clip; give one with 3 s or more of speech"
            : String.format(
                Locale.ROOT, "the clip holds %.1f s of speech; give 3 s or more", speech));
  }

  private static Audio part(Audio clip, double longest) {
    Audio part = BestStretch.of(Trimming.trim(clip), longest);
    return Levels.normalize(part, LEVEL_DB, PEAK_DB);
  }

  private static Audio join(List<Audio> parts, int sampleRate) {
    int gap = (int) Math.round(GAP_SECONDS * sampleRate);
    int length = parts.stream().mapToInt(part -> part.length() + gap).sum() - gap;
    float[] samples = new float[length];
    int at = 0;
    for (Audio part : parts) {
      System.arraycopy(part.samples(), 0, samples, at, part.length());
      at += part.length() + gap;
    }
    return new Audio(samples, sampleRate);
  }
}
