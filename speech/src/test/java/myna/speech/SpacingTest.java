package myna.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import myna.text.Pause;
import org.junit.jupiter.api.Test;

class SpacingTest {
  /** At 0.8 times the normal speed, in a voice that pauses half as long again. */
  private static final Spacing SPACING = new Spacing(0.2, 1.25, 1.5);

  @Test
  void pausesFollowTheVoice() {
    assertThat(SPACING.silenceFor(new Pause(Pause.Kind.SENTENCE, 0.4)))
        .isCloseTo(0.4 * 1.5 * 1.25 - 0.2, within(1e-12));
  }

  @Test
  void pausesThatTheTextAsksForFollowTheSpeedAlone() {
    assertThat(SPACING.silenceFor(new Pause(Pause.Kind.EXPLICIT, 0.4)))
        .isCloseTo(0.4 * 1.25 - 0.2, within(1e-12));
  }

  @Test
  void theEdgesMayBeSilenceEnough() {
    assertThat(SPACING.silenceFor(new Pause(Pause.Kind.COMMA, 0.1))).isZero();
    assertThat(SPACING.silenceFor(Pause.NONE)).isZero();
  }

  @Test
  void silenceIsMultipliedNotThePause() {
    Pause pause = new Pause(Pause.Kind.SENTENCE, 0.4);
    assertThat(SPACING.times(3).silenceFor(pause))
        .isCloseTo(3 * SPACING.silenceFor(pause), within(1e-12));
    assertThat(SPACING.times(0).silenceFor(pause)).isZero();
  }
}
