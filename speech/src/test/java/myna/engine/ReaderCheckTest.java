package myna.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import myna.speech.SpeechException;
import myna.speech.model.SpeechModel;
import myna.speech.take.DurationsTest;
import org.junit.jupiter.api.Test;

class ReaderCheckTest {
  private static final float[] ADA = {1, 0.1f};
  private static final float[] ADA_AGAIN = {1, -0.2f};
  private static final float[] BOB = {0.2f, 1};

  @Test
  void readingsOfOneVoiceServe() {
    assertThatCode(() -> check(ADA, ADA_AGAIN, ADA)).doesNotThrowAnyException();
    assertThatCode(() -> check(ADA)).doesNotThrowAnyException();
  }

  @Test
  void shortReadingsThatDifferAreOneVoiceWhereGroupsOfThemAreAlike() {
    float[][] voices = new float[8][9];
    for (int i = 0; i < voices.length; i++) {
      voices[i][8] = 0.6f;
      voices[i][i] = 0.8f;
    }
    assertThatCode(() -> check(voices)).doesNotThrowAnyException();
  }

  @Test
  void readingsOfTwoVoicesDoNot() {
    assertThatThrownBy(() -> check(ADA, BOB, ADA_AGAIN, BOB))
        .isInstanceOf(SpeechException.class)
        .hasMessage(
            "the readings sound like more than one voice, or as if two microphones had heard it:"
                + " adapt to one at a time");
  }

  private static void check(float[]... voices) throws SpeechException {
    new ReaderCheck(model()).check(List.of(voices));
  }

  /** A model that takes samples for what they sound like. */
  private static SpeechModel model() {
    return (SpeechModel)
        Proxy.newProxyInstance(
            SpeechModel.class.getClassLoader(),
            new Class<?>[] {SpeechModel.class},
            (_, method, arguments) ->
                method.getName().equals("format")
                    ? DurationsTest.FORMAT
                    : Optional.of(arguments[0]));
  }
}
