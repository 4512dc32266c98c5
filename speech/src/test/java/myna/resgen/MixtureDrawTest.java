package myna.resgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import myna.codec.NetworkException;
import myna.codec.SeededNoise;
import org.junit.jupiter.api.Test;

class MixtureDrawTest {
  /** U_k has the value k in its first row: the first coordinate of z tells the component. */
  private static final Components COMPONENTS =
      new Components(new float[] {0, 0, 1, 0, 2, 0, 3, 0}, 4, 2, 1);

  private static final float[] PROBABILITIES = {0.1f, 0.4f, 0.2f, 0.3f};

  @Test
  void drawsComponentsByTheirProbability() {
    assertThat(frequencies(1)).containsExactly(new double[] {0.1, 0.4, 0.2, 0.3}, within(0.01));
  }

  @Test
  void topPKeepsTheSmallestSetThatReachesItsShare() {
    assertThat(frequencies(0.65))
        .containsExactly(new double[] {0, 4 / 7.0, 0, 3 / 7.0}, within(0.01));
    assertThat(frequencies(0.75))
        .containsExactly(new double[] {0, 4 / 9.0, 2 / 9.0, 3 / 9.0}, within(0.01));
    assertThat(frequencies(0.01)).containsExactly(0, 1, 0, 0);
  }

  @Test
  void ofEquallyProbableComponentsTheLowerIsInTheNucleus() {
    Prediction prediction = prediction(new float[] {0.2f, 0.3f, 0.2f, 0.3f});
    MixtureDraw mixture = new MixtureDraw(COMPONENTS, new SamplingSettings.Draw(0.7, 0));
    float[] z = new float[2];
    mixture.draw(prediction, 0, 0.999999, new double[2], z);
    assertThat(z[0]).isEqualTo(3);
    mixture.draw(prediction, 0, 0.2, new double[2], z);
    assertThat(z[0]).isZero();
    mixture = new MixtureDraw(COMPONENTS, new SamplingSettings.Draw(0.25, 0));
    mixture.draw(prediction, 0, 0.999999, new double[2], z);
    assertThat(z[0]).isEqualTo(1);
  }

  @Test
  void vectorAndConfidenceFollowTheFormulas() {
    Prediction prediction =
        new Prediction(
            new float[] {-50, -50, 0, -50},
            new float[] {0.5f, -1},
            new float[] {1.5f},
            new float[] {(float) Math.log(2)});
    double temperature = 0.5;
    MixtureDraw mixture = new MixtureDraw(COMPONENTS, new SamplingSettings.Draw(1, temperature));
    float[] z = new float[2];
    double confidence = mixture.draw(prediction, 0, 0.5, new double[] {1, -3}, z);
    assertThat(z[0]).isCloseTo(0.5f + 2 * (2 * 1.5f + 0.5f), within(1e-5f));
    assertThat(z[1]).isCloseTo(-1 + 2 * (0.5f * -3), within(1e-5f));
    double density = Math.log(1) - 0.25 * (1 + 9) / 2;
    assertThat(confidence).isCloseTo(density / 2 - Math.log(2), within(1e-6));
  }

  @Test
  void refusesWhatIsNoNumber() {
    MixtureDraw mixture = new MixtureDraw(COMPONENTS, new SamplingSettings.Draw(1, 1));
    Prediction prediction = prediction(PROBABILITIES);
    prediction.logScale()[0] = Float.NaN;
    assertThatThrownBy(() -> mixture.draw(prediction, 0, 0.5, new double[2], new float[2]))
        .isInstanceOf(NetworkException.class);
  }

  private static double[] frequencies(double topP) {
    int draws = 40_000;
    MixtureDraw mixture = new MixtureDraw(COMPONENTS, new SamplingSettings.Draw(topP, 0));
    Prediction prediction = prediction(PROBABILITIES);
    double[] uniforms = new double[draws];
    new SeededNoise(1).uniforms(uniforms);
    double[] seen = new double[4];
    float[] z = new float[2];
    for (double uniform : uniforms) {
      mixture.draw(prediction, 0, uniform, new double[2], z);
      seen[(int) z[0]] += 1.0 / draws;
    }
    return Arrays.stream(seen).map(x -> x > 0.9999 ? 1 : x).toArray();
  }

  private static Prediction prediction(float[] probabilities) {
    float[] logits = new float[probabilities.length];
    for (int k = 0; k < logits.length; k++) {
      logits[k] = (float) Math.log(probabilities[k]) + 5;
    }
    return new Prediction(logits, new float[2], new float[] {1}, new float[1]);
  }
}
