package myna.speech.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import myna.audio.Audio;
import myna.audio.Resampler;
import myna.audio.VoiceActivity;
import myna.speech.ModelFormat;
import myna.speech.SpeechException;
import myna.speech.SpeechException.Reason;
import myna.voice.BestStretch;
import myna.voice.ClipCheck;

/**
 * Makes of clips of a voice what the model was trained to take as a reference, wherever they come
 * from: the order in which they are given makes no difference.
 */
public final class ReferenceClip {
  /** Of more clips, the longest are taken: from shorter pieces of each, less is heard. */
  private static final int MOST_CLIPS = 4;

  private static final double HIGHEST_PEAK = 0.99;
  private static final long DITHER_SEED = 1;

  private final ModelFormat format;

  public ReferenceClip(ModelFormat format) {
    this.format = format;
  }

  /**
   * Resamples and trims clips, and brings each to the level.
   *
   * @return one to four clips, each of any length, the longest first
   * @throws SpeechException if there is too little speech in them
   */
  public List<Audio> speech(List<Audio> clips) throws SpeechException {
    List<Audio> kept = new ArrayList<>();
    double active = 0;
    for (Audio clip : longestFirst(clips)) {
      if (kept.size() == MOST_CLIPS) {
        break;
      }
      Audio audio = Resampler.resample(clip, format.signal().sampleRate());
      VoiceActivity activity = VoiceActivity.of(audio);
      if (activity.first() >= 0) {
        kept.add(levelled(trimmed(audio, activity).samples()));
        active += activity.activeSeconds();
      }
    }
    if (kept.isEmpty()) {
      throw new SpeechException(
          Reason.SILENT_REFERENCE, "no speech can be heard in the reference clip");
    }
    if (active < ClipCheck.LEAST_SPEECH_SECONDS) {
      throw new SpeechException(
          Reason.SHORT_REFERENCE,
          "the reference clip holds %.1f s of speech; give at least 3 s".formatted(active));
    }
    return kept;
  }

  /**
   * One reference of several clips: of each its best stretch, as long as all together are not too
   * long. What a short clip leaves goes to the others.
   *
   * @param clips of {@link #speech}
   * @return [T] at the model's rate, T a multiple of the hop
   */
  public float[] joined(List<Audio> clips) {
    double left = format.signal().referenceSeconds();
    Audio[] parts = new Audio[clips.size()];
    List<Integer> shortestFirst =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> clips.get(i).seconds()))
            .toList();
    for (int done = 0; done < parts.length; done++) {
      int i = shortestFirst.get(done);
      parts[i] = BestStretch.of(clips.get(i), left / (parts.length - done));
      left -= parts[i].seconds();
    }
    int length = Arrays.stream(parts).mapToInt(Audio::length).sum();
    int hop = format.signal().hop();
    float[] samples = new float[Math.ceilDiv(length, hop) * hop];
    int at = 0;
    for (Audio part : parts) {
      System.arraycopy(part.samples(), 0, samples, at, part.length());
      at += part.length();
    }
    return dithered(levelled(samples).samples());
  }

  /**
   * Under every reference lies the same white noise: where a telephone or a low bit rate left
   * nothing, the codec's encoder would hear how steep the last filter was.
   */
  private float[] dithered(float[] samples) {
    float amplitude = (float) StrictMath.pow(10, format.signal().referenceDither() / 20);
    Random random = new Random(DITHER_SEED);
    for (int t = 0; amplitude > 0 && t < samples.length; t++) {
      samples[t] += amplitude * (float) random.nextGaussian();
    }
    return samples;
  }

  private static List<Audio> longestFirst(List<Audio> clips) {
    return clips.stream().sorted(Comparator.comparingDouble(Audio::seconds).reversed()).toList();
  }

  private Audio levelled(float[] samples) {
    double level = ActiveLevel.of(samples, format.signal().sampleRate());
    ActiveLevel.amplify(samples, format.signal().level() - level, HIGHEST_PEAK);
    return new Audio(samples, format.signal().sampleRate());
  }

  private Audio trimmed(Audio audio, VoiceActivity activity) {
    double frame = VoiceActivity.FRAME_SECONDS;
    double margin = format.timing().edgeFrames() * format.signal().frameSeconds();
    int from = at(audio, activity.first() * frame - margin);
    int to = at(audio, (activity.last() + 1) * frame + margin);
    return audio.slice(from, to);
  }

  private static int at(Audio audio, double seconds) {
    return Math.clamp(Math.round(seconds * audio.sampleRate()), 0, audio.length());
  }
}
