package myna.speech;

import java.util.Arrays;
import myna.audio.Audio;
import myna.audio.Resampler;
import myna.audio.VoiceActivity;
import myna.speech.SpeechException.Reason;

/** Makes of a clip what the model was trained to take as a reference. */
final class ReferenceClip {
  /** Less speech than this tells nothing of a voice. */
  static final double LEAST_SECONDS = 0.5;

  private final ModelFormat format;

  ReferenceClip(ModelFormat format) {
    this.format = format;
  }

  /**
   * Resamples, trims, cuts to the longest length, and brings to the level.
   *
   * @return [T] at the model's rate, T a multiple of the hop
   * @throws SpeechException if there is too little speech in it
   */
  float[] prepare(Audio clip) throws SpeechException {
    Audio trimmed = trimmed(Resampler.resample(clip, format.signal().sampleRate()));
    int longest = (int) (format.signal().referenceSeconds() * format.signal().sampleRate());
    float[] samples = Arrays.copyOf(trimmed.samples(), Math.min(trimmed.length(), longest));
    double level = ActiveLevel.of(samples, trimmed.sampleRate());
    ActiveLevel.amplify(samples, format.signal().level() - level, 1);
    int hop = format.signal().hop();
    return Arrays.copyOf(samples, Math.ceilDiv(samples.length, hop) * hop);
  }

  private Audio trimmed(Audio audio) throws SpeechException {
    VoiceActivity activity = VoiceActivity.of(audio);
    if (activity.first() < 0) {
      throw new SpeechException(
          Reason.SILENT_REFERENCE, "no speech can be heard in the reference clip");
    }
    if (activity.activeSeconds() < LEAST_SECONDS) {
      throw new SpeechException(
          Reason.SHORT_REFERENCE,
          "the reference clip holds %.1f s of speech; give at least 3 s"
              .formatted(activity.activeSeconds()));
    }
    double frame = VoiceActivity.FRAME_SECONDS;
    double margin = format.edgeFrames() * format.signal().frameSeconds();
    int from = at(audio, activity.first() * frame - margin);
    int to = at(audio, (activity.last() + 1) * frame + margin);
    return audio.slice(from, to);
  }

  private static int at(Audio audio, double seconds) {
    return Math.clamp(Math.round(seconds * audio.sampleRate()), 0, audio.length());
  }
}
