package myna.voice;

import java.util.ArrayList;
import java.util.List;
import myna.audio.Audio;
import myna.audio.Pitch;
import myna.audio.Spectrogram;
import myna.audio.VoiceActivity;

/**
 * Guesses whether more than one speaks: splits the clip into the two groups that sound most
 * different, in timbre, and looks how different they are, in timbre and pitch. A guess it is:
 * docs/clip-check.md tells how often it is wrong.
 */
final class SpeakerMeasure {
  private static final int SAMPLE_RATE = 16_000;
  private static final int BANDS = 30;
  private static final int CEPSTRA = 12;

  /** Frames this far below the mean level of speech tell nothing about a voice. */
  private static final double WEAK_DB = 25;

  private static final int LEAST_VOICED = 9;
  private static final double UNKNOWN_SEMITONES = 2;

  /** Logistic regression, fitted to joined and unjoined clips of many voices. */
  private static final double BIAS = -16.44;

  private static final double PER_GAIN = 0.912;
  private static final double PER_SEMITONE = 0.333;
  private static final double PER_LOG_FRAMES = 1.754;

  private SpeakerMeasure() {}

  /**
   * How likely it is that there is more than one voice, if both were as likely beforehand.
   *
   * @return from 0 to 1; not a number where there is too little speech to tell
   */
  static double probabilityOfTwo(Audio audio, VoiceActivity activity) {
    if (audio.sampleRate() != SAMPLE_RATE) {
      throw new IllegalArgumentException(audio + ", wanted " + SAMPLE_RATE + " Hz");
    }
    List<Integer> strong = strongFrames(activity);
    if (strong.size() < SpeakerSplit.LEAST_FRAMES) {
      return Double.NaN;
    }
    SpeakerSplit split = new SpeakerSplit(cepstra(audio, strong));
    double odds =
        BIAS
            + PER_GAIN * split.gain()
            + PER_SEMITONE * pitchDistance(audio, strong, split)
            + PER_LOG_FRAMES * Math.log(strong.size());
    return 1 / (1 + Math.exp(-odds));
  }

  private static List<Integer> strongFrames(VoiceActivity activity) {
    List<Integer> frames = new ArrayList<>();
    for (int f = 0; f < activity.active().length; f++) {
      if (activity.active()[f] && activity.levels()[f] > activity.speechDb() - WEAK_DB) {
        frames.add(f);
      }
    }
    return frames;
  }

  /** Mel cepstra [N][C] without the level; S. Davis, P. Mermelstein, IEEE TASSP 28, 1980. */
  private static double[][] cepstra(Audio audio, List<Integer> frames) {
    Spectrogram mel = Spectrogram.mel(audio, VoiceActivity.FRAME_SECONDS, BANDS);
    double[][] cepstra = new double[frames.size()][CEPSTRA];
    for (int i = 0; i < cepstra.length; i++) {
      float[] levels = mel.levels()[Math.min(frames.get(i), mel.frames() - 1)];
      for (int k = 0; k < CEPSTRA; k++) {
        for (int b = 0; b < BANDS; b++) {
          cepstra[i][k] += levels[b] * Math.cos(Math.PI * (k + 1) * (b + 0.5) / BANDS);
        }
      }
    }
    return cepstra;
  }

  /** Semitones between the middle pitches of the two groups. */
  private static double pitchDistance(Audio audio, List<Integer> frames, SpeakerSplit split) {
    double[] pitch = Pitch.track(audio, VoiceActivity.FRAME_SECONDS);
    double[] first = new double[frames.size()];
    double[] second = new double[frames.size()];
    int voicedFirst = 0;
    int voicedSecond = 0;
    for (int i = 0; i < first.length; i++) {
      double hertz = pitch[Math.min(frames.get(i), pitch.length - 1)];
      boolean inSecond = split.isSecond(i);
      first[i] = inSecond ? Double.NaN : hertz;
      second[i] = inSecond ? hertz : Double.NaN;
      voicedFirst += Double.isNaN(first[i]) ? 0 : 1;
      voicedSecond += Double.isNaN(second[i]) ? 0 : 1;
    }
    if (Math.min(voicedFirst, voicedSecond) < LEAST_VOICED) {
      return UNKNOWN_SEMITONES;
    }
    return Math.abs(12 * Math.log(Pitch.median(first) / Pitch.median(second)) / Math.log(2));
  }
}
