package myna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.Resampler;
import org.junit.jupiter.api.Test;

class StreamResamplerTest {
  private final float[] noise = new float[40_000];
  private float[] heard = new float[0];

  StreamResamplerTest() {
    Random random = new Random(7);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextFloat() - 0.5f;
    }
  }

  private void hear(float[] samples) {
    float[] all = Arrays.copyOf(heard, heard.length + samples.length);
    System.arraycopy(samples, 0, all, heard.length, samples.length);
    heard = all;
  }

  private void stream(int from, int to) throws AudioException {
    StreamResampler resampler = new StreamResampler(from, to, this::hear);
    for (int t = 0; t < noise.length; t += 999) {
      resampler.accept(Arrays.copyOfRange(noise, t, Math.min(noise.length, t + 999)));
    }
    resampler.finish();
  }

  @Test
  void piecesSoundAsTheWhole() throws AudioException {
    for (int to : new int[] {24_000, 48_000, 44_100, 8_000}) {
      heard = new float[0];
      stream(16_000, to);
      assertThat(heard)
          .as("to %d Hz", to)
          .containsExactly(Resampler.resample(new Audio(noise, 16_000), to).samples());
    }
  }

  @Test
  void aFifthOfASecondIsEnoughToHearSomething() throws AudioException {
    StreamResampler resampler = new StreamResampler(16_000, 24_000, this::hear);
    resampler.accept(new float[3_200]);
    assertThat(heard).isNotEmpty();
  }
}
