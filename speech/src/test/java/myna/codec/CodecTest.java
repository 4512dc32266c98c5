package myna.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CodecTest {
  private static final int HOP = 4;

  /** Latents are the samples themselves; the decoder adds a little of the noise. */
  private static final CodecNetwork TRANSPARENT =
      new CodecNetwork() {
        @Override
        public float[] encode(float[] samples) {
          assertThat(samples.length % HOP).isZero();
          return samples.clone();
        }

        @Override
        public Decoded decode(float[] latents, float[] noise, float turn, int anchor) {
          assertThat(noise).hasSameSizeAs(latents);
          float[] samples = latents.clone();
          for (int i = 0; i < samples.length; i++) {
            samples[i] += 1e-4f * noise[i];
          }
          return new Decoded(samples, new float[0]);
        }
      };

  private final Codec codec =
      new Codec(
          TRANSPARENT,
          new ResidualQuantizer(ResidualQuantizerTest.codebooks(8, 256, HOP, 0.4)),
          new Framing(HOP, HOP, 0));

  @Test
  void padsToWholeFramesAndCutsAgain() {
    for (int length : new int[] {1, 3, 4, 5, 42}) {
      float[] samples = new SeededNoise(length).gaussian(length);
      assertThat(codec.encode(samples).frames()).isEqualTo((length + HOP - 1) / HOP);
      assertThat(codec.roundTrip(samples, 8, 0)).hasSize(length);
    }
  }

  @Test
  void aRoundTripComesCloseToTheSignalAndCloserWithMoreDepths() {
    float[] samples = new SeededNoise(9).gaussian(400);
    double coarse = error(samples, codec.roundTrip(samples, 2, 0));
    double fine = error(samples, codec.roundTrip(samples, 8, 0));
    assertThat(fine).isLessThan(coarse / 10).isLessThan(0.01);
  }

  @Test
  void theSeedDeterminesTheSamples() {
    Tokens tokens = codec.encode(new SeededNoise(9).gaussian(40));
    assertThat(codec.decode(tokens, 3)).isEqualTo(codec.decode(tokens, 3));
    assertThat(codec.decode(tokens, 3)).isNotEqualTo(codec.decode(tokens, 4));
  }

  @Test
  void nothingStaysNothing() {
    Tokens tokens = codec.encode(new float[0]);
    assertThat(tokens.frames()).isZero();
    assertThat(codec.decode(tokens, 0)).isEmpty();
  }

  private static double error(float[] expected, float[] actual) {
    double[] squares = new double[expected.length];
    Arrays.setAll(squares, i -> Math.pow(expected[i] - actual[i], 2));
    return Arrays.stream(squares).average().orElseThrow();
  }
}
