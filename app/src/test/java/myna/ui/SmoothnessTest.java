package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window answers while it speaks, and memory stays flat. */
class SmoothnessTest extends StudioFlow {
  private static final String TEXT =
      "The rain had stopped, and the street smelled of bread. ".repeat(12);

  @BeforeEach
  void fill() {
    studio.addSampleVoices();
    Headless.run(() -> studio.find("#text", TextArea.class).setText(TEXT));
    Headless.await("the sentences are there", () -> studio.lineCount() == 12);
  }

  /** Measured by the time that the views' thread spends between two beats of its own clock. */
  @Test
  void theViewsAreNeverHeldUpWhileItSpeaks() {
    studio.press("#play");
    Headless.await("the first sentence is made", () -> studio.engine.spoken() > 0);
    BusyMeter meter = new BusyMeter();
    Headless.run(meter::start);
    Headless.await("all is made", () -> studio.engine.spoken() == 12);
    Headless.await("some of it was heard", () -> studio.loudspeaker.secondsPlayed() > 8);
    Headless.run(meter::stop);
    assertThat(meter.longestMillis()).isLessThan(100);
  }
}
