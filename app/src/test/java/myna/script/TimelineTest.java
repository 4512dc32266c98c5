package myna.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {
  @Test
  void soundAndSilenceFollowEachOtherInWholeSamples() {
    Timeline timeline = new Timeline(16_000);
    Timeline.Slot first = timeline.sound(24_000);
    Timeline.Slot pause = timeline.silence(0.333_333);
    Timeline.Slot second = timeline.sound(1);
    assertThat(first).isEqualTo(new Timeline.Slot(0, 24_000, 16_000));
    assertThat(first.endSeconds()).isEqualTo(1.5);
    assertThat(pause.samples()).isEqualTo(5333);
    assertThat(second.start()).isEqualTo(29_333);
    assertThat(second.startSeconds()).isEqualTo(29_333 / 16_000.0);
    assertThat(timeline.length()).isEqualTo(29_334);
  }
}
