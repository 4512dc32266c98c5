package myna.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import myna.codec.CodecStream;
import myna.codec.SeededNoise;
import myna.codec.Tokens;
import myna.speech.SpeechModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecPiecesTest {
  @ParameterizedTest
  @MethodSource("myna.onnx.Packs#all")
  void piecesAreTheWholeBut60Decibels(Path folder) throws PackException {
    try (SpeechModel model = ModelPack.open(folder).load(Packs.cpu())) {
      Tokens tokens = model.codec().encode(hum(96 * model.codec().framing().hop()));
      float[] whole = model.codec().decode(tokens, 5);
      float[] pieces = new float[whole.length];
      CodecStream stream = model.codec().stream(tokens, 5);
      for (int at = 0; stream.remaining() > 0; ) {
        float[] piece = stream.next(20);
        System.arraycopy(piece, 0, pieces, at, piece.length);
        at += piece.length;
      }
      assertThat(decibels(pieces, whole)).isLessThan(-60);
    }
  }

  @ParameterizedTest
  @MethodSource("myna.onnx.Packs#all")
  void tokensThatComeInPartsAreTheWholeBut60Decibels(Path folder) throws PackException {
    try (SpeechModel model = ModelPack.open(folder).load(Packs.cpu())) {
      Tokens tokens = model.codec().encode(hum(96 * model.codec().framing().hop()));
      float[] whole = model.codec().decode(tokens, 5);
      float[] pieces = new float[whole.length];
      CodecStream stream = model.codec().stream(5);
      int at = 0;
      for (int from = 0; from < 96; from += 48) {
        int depth = tokens.depth();
        int[] codes = Arrays.copyOfRange(tokens.codes(), from * depth, (from + 48) * depth);
        stream.add(new Tokens(codes, 48, depth));
        if (from == 48) {
          stream.end();
        }
        float[] piece = stream.next(stream.remaining());
        System.arraycopy(piece, 0, pieces, at, piece.length);
        at += piece.length;
      }
      assertThat(at).isEqualTo(whole.length);
      assertThat(decibels(pieces, whole)).isLessThan(-60);
    }
  }

  /** Power of the difference over that of the whole. */
  private static double decibels(float[] pieces, float[] whole) {
    double signal = 0;
    double error = 0;
    for (int t = 0; t < whole.length; t++) {
      signal += whole[t] * (double) whole[t];
      error += (whole[t] - pieces[t]) * (double) (whole[t] - pieces[t]);
    }
    return 10 * Math.log10(error / signal + 1e-12);
  }

  /** A tone that rises and falls, with a little noise. */
  private static float[] hum(int length) {
    float[] samples = new SeededNoise(4).gaussian(length);
    double phase = 0;
    for (int t = 0; t < length; t++) {
      phase += 2 * Math.PI * (150 + 50 * Math.sin(t / 9000.0)) / 16000;
      double pulse = Math.pow(0.5 + 0.5 * Math.cos(phase), 8);
      samples[t] = (float) (0.002 * samples[t] + 0.4 * pulse * Math.sin(t / 5000.0));
    }
    return samples;
  }
}
