package myna.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioFiles;
import myna.audio.Spectrogram;
import myna.engine.PackLease;
import myna.engine.SpeechRequest;
import myna.engine.VoiceSource;
import myna.jobs.Cancellation;
import myna.onnx.pack.Packs;
import myna.speech.reference.ActiveLevel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What judges of naturalness, who hear up to 8 kHz, would not notice in what the delivered pack
 * says: packs 0.6.0 to 0.8.0 whistled at 11 kHz, so loudly that the voice was held down.
 */
class DeliveredSoundTest {
  private static final Path PACK = Path.of("models", "en-small");

  private static Audio speech;

  @BeforeAll
  static void speak() throws Exception {
    assumeTrue(Files.exists(PACK));
    Audio reference = AudioFiles.read(Path.of("assets/reference/linda.wav"));
    SpeechRequest request =
        SpeechRequest.of(
            "She opened the box, took out six sharp knives, and put the seventh back.",
            VoiceSource.of(List.of(reference)));
    try (PackLease pack = Packs.lease(PACK)) {
      speech = pack.speak(request, Cancellation.NEVER).audio();
    }
  }

  @Test
  void nothingIsLouderAtTheTopOfTheBandThanBelow() {
    Spectrogram spectrogram = Spectrogram.of(speech, 0.016);
    double high = power(spectrogram, 8000, 10_700);
    assertThat(high).isLessThan(power(spectrogram, 500, 7500));
    assertThat(power(spectrogram, 10_700, 11_500)).isLessThan(high);
    assertThat(power(spectrogram, 11_500, 12_000)).isLessThan(high);
  }

  @Test
  void isAsLoudAsAudiobooksAre() {
    double level = ActiveLevel.of(low(speech), speech.sampleRate());
    assertThat(level).isCloseTo(-20, within(3.5));
  }

  /** What a loudspeaker without tweeter would play: means of four samples. */
  private static float[] low(Audio audio) {
    float[] samples = audio.samples();
    float[] low = new float[samples.length - 3];
    for (int t = 0; t < low.length; t++) {
      low[t] = (samples[t] + samples[t + 1] + samples[t + 2] + samples[t + 3]) / 4;
    }
    return low;
  }

  /** Mean power of the bins from one frequency to another, in Hz. */
  private static double power(Spectrogram spectrogram, double from, double to) {
    double sum = 0;
    int count = 0;
    for (int b = 0; b < spectrogram.bands(); b++) {
      if (spectrogram.frequencies()[b] >= from && spectrogram.frequencies()[b] < to) {
        for (float[] frame : spectrogram.levels()) {
          sum += Math.pow(10, frame[b] / 10);
          count++;
        }
      }
    }
    return sum / count;
  }
}
