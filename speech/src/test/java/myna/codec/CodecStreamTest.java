package myna.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class CodecStreamTest {
  private static final int CONTEXT = 16;
  private static final int HOP = 4;
  private static final int FRAMES = 150;

  /**
   * Every sample is the sine of its place in the pitch period, which each frame moves on by its own
   * latent, plus noise and the mean of the latents within the context; counted at every half frame.
   */
  private static final CodecNetwork PITCHED =
      new CodecNetwork() {
        @Override
        public float[] encode(float[] samples) {
          return samples;
        }

        @Override
        public Decoded decode(float[] latents, float[] noise, float turn, int anchor) {
          int frames = latents.length;
          double[] starts = new double[2 * frames];
          for (int h = 1; h < starts.length; h++) {
            starts[h] = starts[h - 1] + latents[(h - 1) / 2] / 2;
          }
          double shift = turn - starts[2 * anchor];
          float[] samples = new float[frames * HOP];
          float[] turns = new float[2 * frames];
          for (int h = 0; h < turns.length; h++) {
            double start = starts[h] + shift;
            turns[h] = (float) (start - Math.floor(start));
          }
          for (int t = 0; t < samples.length; t++) {
            samples[t] = (float) Math.sin(2 * Math.PI * turns[t * 2 / HOP]);
            samples[t] += noise[t] + around(latents, t / HOP);
          }
          return new Decoded(samples, turns);
        }

        private float around(float[] latents, int frame) {
          float sum = 0;
          for (int i = frame - CONTEXT; i <= frame + CONTEXT; i++) {
            sum += i < 0 || i >= latents.length ? 0 : latents[i];
          }
          return sum;
        }
      };

  private final ResidualQuantizer quantizer =
      new ResidualQuantizer(ResidualQuantizerTest.codebooks(2, 16, 1, 0.4));
  private final Codec codec = new Codec(PITCHED, quantizer, new Framing(HOP, HOP, CONTEXT));
  private final Tokens tokens = quantizer.encode(new SeededNoise(3).gaussian(FRAMES));

  @Test
  void piecesAreWhatTheWholeIs() {
    float[] whole = codec.decode(tokens, 7);
    for (int[] sizes : new int[][] {{1}, {8, 40, 1}, {149, 1}, {1000}}) {
      CodecStream stream = codec.stream(tokens, 7);
      int at = 0;
      for (int i = 0; stream.remaining() > 0; i++) {
        for (float sample : stream.next(sizes[i % sizes.length])) {
          assertThat(sample).isCloseTo(whole[at++], within(1e-3f));
        }
      }
      assertThat(at).isEqualTo(whole.length);
    }
  }

  @Test
  void tokensMayComeWhilePiecesAreTaken() {
    float[] whole = codec.decode(tokens, 7);
    CodecStream stream = codec.stream(7);
    int at = 0;
    for (int from = 0; from < FRAMES; from += 50) {
      stream.add(rows(from, from + 50));
      if (from + 50 == FRAMES) {
        stream.end();
      }
      for (float sample : stream.next(stream.remaining())) {
        assertThat(sample).isCloseTo(whole[at++], within(1e-3f));
      }
    }
    assertThat(at).isEqualTo(whole.length);
    assertThat(stream.remaining()).isZero();
  }

  @Test
  void theLastFramesWaitForWhatFollows() {
    CodecStream stream = codec.stream(7);
    assertThat(stream.remaining()).isZero();
    stream.add(rows(0, CONTEXT));
    assertThat(stream.remaining()).isZero();
    stream.add(rows(CONTEXT, CONTEXT + 3));
    assertThat(stream.remaining()).isEqualTo(3);
    stream.end();
    assertThat(stream.remaining()).isEqualTo(CONTEXT + 3);
    assertThatThrownBy(() -> stream.add(tokens)).isInstanceOf(IllegalStateException.class);
  }

  private Tokens rows(int from, int to) {
    int depth = tokens.depth();
    int[] codes = Arrays.copyOfRange(tokens.codes(), from * depth, to * depth);
    return new Tokens(codes, to - from, depth);
  }

  @Test
  void endsWhereTheTokensEnd() {
    CodecStream stream = codec.stream(tokens, 7);
    assertThat(stream.next(FRAMES + 1)).hasSize(FRAMES * HOP);
    assertThatThrownBy(() -> stream.next(1)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> codec.stream(tokens, 7).next(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
