package myna.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import myna.audio.Audio;
import myna.audio.Resampler;
import myna.audio.VoiceActivity;
import myna.voice.Finding.Aspect;

/**
 * Tells whether a clip is a good reference, and if not, what to do about it, before anybody waits
 * for a bad copy of a voice. Where the limits lie, and why, is in docs/clip-check.md.
 */
public final class ClipCheck {
  private static final double GOOD_SPEECH = 4;
  private static final double FAIR_SPEECH = 2;
  private static final double GOOD_LEVEL = -33;
  private static final double FAIR_LEVEL = -45;
  private static final double GOOD_SNR = 28;
  private static final double FAIR_SNR = 17;
  private static final double GOOD_CLIPPING = 100;
  private static final double FAIR_CLIPPING = 1000;
  private static final double GOOD_REVERBERATION = 0.35;
  private static final double FAIR_REVERBERATION = 0.6;
  private static final double GOOD_BANDWIDTH = 7000;
  private static final double FAIR_BANDWIDTH = 5000;
  private static final double GOOD_SPEAKERS = 0.6;
  private static final double FAIR_SPEAKERS = 0.9;

  /** The rate at which all but clipping is measured, and for which the limits were found. */
  private static final int SAMPLE_RATE = 16_000;

  /** The stretch that is looked at: as much as the library would store. */
  private final Audio original;

  private final Audio audio;
  private final VoiceActivity activity;

  private ClipCheck(Audio clip) {
    original = BestStretch.of(clip, Clips.LONGEST_SECONDS);
    audio = Resampler.resample(original, SAMPLE_RATE);
    activity = VoiceActivity.of(audio);
  }

  /** Checks a clip of any length and rate; of one longer than a minute, its best minute. */
  public static ClipReport of(Audio clip) {
    ClipCheck check = new ClipCheck(clip);
    List<Finding> findings = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      findings.add(check.finding(aspect));
    }
    return new ClipReport(clip.seconds(), List.copyOf(findings));
  }

  private Finding finding(Aspect aspect) {
    return switch (aspect) {
      case SPEECH -> speech();
      case LOUDNESS -> loudness();
      case NOISE -> noise();
      case CLIPPING -> clipping();
      case REVERBERATION -> reverberation();
      case BANDWIDTH -> bandwidth();
      case SPEAKERS -> speakers();
    };
  }

  private Finding speech() {
    double seconds = activity.activeSeconds();
    Grade grade = Grade.atLeast(seconds, GOOD_SPEECH, FAIR_SPEECH);
    String found = say("%.1f s of speech", seconds);
    return new Finding(
        Aspect.SPEECH,
        grade,
        seconds,
        switch (grade) {
          case GOOD -> found + ": enough";
          case FAIR -> found + ": it works; 5 s or more make a better likeness";
          case POOR ->
              seconds == 0
                  ? "no speech can be heard: choose another clip"
                  : found + ": too little; record at least 3 s, better 5 to 15 s";
        });
  }

  private Finding loudness() {
    double level = NoiseMeasure.speechDb(activity);
    Grade grade = Grade.atLeast(level, GOOD_LEVEL, FAIR_LEVEL);
    String found = say("speech at %.0f dB", level);
    return new Finding(
        Aspect.LOUDNESS,
        grade,
        level,
        unknown(
            level,
            switch (grade) {
              case GOOD -> found + ": loud enough";
              case FAIR -> found + ": quiet; go nearer to the microphone or raise its level";
              case POOR -> found + ": very quiet; go near to the microphone and raise its level";
            }));
  }

  private Finding noise() {
    double snr = NoiseMeasure.snrDb(activity);
    Grade grade = Grade.atLeast(snr, GOOD_SNR, FAIR_SNR);
    String found = say("speech stands %.0f dB above the noise", snr);
    return new Finding(
        Aspect.NOISE,
        grade,
        snr,
        unknown(
            snr,
            switch (grade) {
              case GOOD -> found + ": clean";
              case FAIR -> found + ": some noise; switch off what hums or blows, or go nearer";
              case POOR -> found + ": noisy; record in a quiet room, near to the microphone";
            }));
  }

  private Finding clipping() {
    double ppm = ClippingMeasure.partsPerMillion(original);
    Grade grade = Grade.atLeast(-ppm, -GOOD_CLIPPING, -FAIR_CLIPPING);
    String found = say("%.2f %% of the samples are cut off at the top", ppm / 1e4);
    return new Finding(
        Aspect.CLIPPING,
        grade,
        ppm,
        switch (grade) {
          case GOOD -> "not overdriven";
          case FAIR -> found + ": a little overdriven; lower the recording level";
          case POOR -> found + ": overdriven; lower the recording level and record again";
        });
  }

  private Finding reverberation() {
    double seconds = ReverberationMeasure.seconds(audio);
    Grade grade = Grade.atLeast(-seconds, -GOOD_REVERBERATION, -FAIR_REVERBERATION);
    String found = say("sound lingers for about %.1f s", seconds);
    return new Finding(
        Aspect.REVERBERATION,
        grade,
        seconds,
        unknown(
            seconds,
            switch (grade) {
              case GOOD -> found + ": a dry room";
              case FAIR ->
                  found + ": some echo; go nearer to the microphone or into a furnished room";
              case POOR ->
                  found + ": it echoes; record near to the microphone among soft furniture";
            }));
  }

  private Finding bandwidth() {
    double hertz = BandwidthMeasure.hertz(audio, activity);
    Grade grade = Grade.atLeast(hertz, GOOD_BANDWIDTH, FAIR_BANDWIDTH);
    String found = say("there is sound up to %.1f kHz", hertz / 1000);
    return new Finding(
        Aspect.BANDWIDTH,
        grade,
        hertz,
        unknown(
            hertz,
            switch (grade) {
              case GOOD -> found + ": full";
              case FAIR -> found + ": somewhat dull; use a recording that was less compressed";
              case POOR -> found + ": dull as a telephone; use a recording of 16 kHz or more";
            }));
  }

  private Finding speakers() {
    double likely = SpeakerMeasure.probabilityOfTwo(audio, activity);
    Grade grade = Grade.atLeast(-likely, -GOOD_SPEAKERS, -FAIR_SPEAKERS);
    String found = say("more than one voice: %.0f %% likely", 100 * likely);
    return new Finding(
        Aspect.SPEAKERS,
        grade,
        likely,
        unknown(
            likely,
            switch (grade) {
              case GOOD -> "one voice";
              case FAIR -> found + "; listen, and cut out whoever is not meant";
              case POOR -> found + "; cut the clip so that only one speaks";
            }));
  }

  private static String unknown(double value, String otherwise) {
    return Double.isNaN(value) ? "there is too little speech to tell" : otherwise;
  }

  private static String say(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
