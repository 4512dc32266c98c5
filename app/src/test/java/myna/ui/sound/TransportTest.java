package myna.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import myna.audio.Audio;
import myna.ui.common.Notice;
import myna.ui.fakes.FakeLoudspeaker;
import myna.ui.fakes.Views;
import myna.ui.sound.Transport.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransportTest {
  private static final Audio SECOND = new Audio(new float[16_000], 16_000);

  private final Views views = new Views();
  private final List<Notice> notices = new ArrayList<>();
  private final FakeLoudspeaker loudspeaker = new FakeLoudspeaker(10);
  private final Transport transport =
      new Transport(loudspeaker, views.jobs(), views.pulse(), notices::add);

  @AfterEach
  void close() {
    views.close();
  }

  @Test
  void playsToTheEnd() {
    transport.play("a", Feed.of(SECOND, 0, 1), 0);
    assertThat(transport.stateProperty().get()).isEqualTo(State.PLAYING);
    assertThat(transport.isOn("a")).isTrue();
    views.until(() -> transport.stateProperty().get() == State.STOPPED);
    assertThat(transport.positionProperty().get()).isEqualTo(1.0);
    assertThat(loudspeaker.secondsPlayed()).isBetween(0.99, 1.01);
  }

  @Test
  void thePositionIsThatOfTheWhole() {
    transport.play("a", Feed.of(SECOND, 0.5, 1), 0.5);
    views.until(() -> transport.positionProperty().get() > 0.6);
    views.until(() -> transport.stateProperty().get() == State.STOPPED);
    assertThat(transport.positionProperty().get()).isEqualTo(1.0);
  }

  @Test
  void holdsAndGoesOn() {
    transport.play("a", Feed.of(SECOND, 0, 1), 0);
    views.until(() -> transport.positionProperty().get() > 0.2);
    transport.togglePause();
    assertThat(transport.stateProperty().get()).isEqualTo(State.PAUSED);
    double held = loudspeaker.secondsPlayed();
    assertThat(loudspeaker.secondsPlayed()).isBetween(held, held + 0.06);
    transport.togglePause();
    views.until(() -> transport.stateProperty().get() == State.STOPPED);
    assertThat(loudspeaker.secondsPlayed()).isBetween(0.99, 1.01);
  }

  @Test
  void stopsAtOnce() {
    transport.play("a", Feed.of(SECOND, 0, 1), 0);
    views.until(() -> transport.positionProperty().get() > 0.1);
    transport.stop();
    assertThat(transport.stateProperty().get()).isEqualTo(State.STOPPED);
    assertThat(transport.isOn("a")).isFalse();
    assertThat(loudspeaker.secondsPlayed()).isLessThan(0.9);
  }

  @Test
  void whatComesNextEndsWhatPlays() {
    transport.play("a", Feed.of(SECOND, 0, 1), 0);
    views.until(() -> transport.positionProperty().get() > 0.1);
    transport.play("b", Feed.of(SECOND, 0, 1), 0);
    assertThat(transport.isOn("b")).isTrue();
    views.until(() -> transport.stateProperty().get() == State.STOPPED);
    assertThat(loudspeaker.opened()).isEqualTo(2);
    assertThat(notices).isEmpty();
  }

  @Test
  void tellsThatThereIsNoDevice() {
    loudspeaker.unplug();
    transport.play("a", Feed.of(SECOND, 0, 1), 0);
    views.until(() -> transport.stateProperty().get() == State.STOPPED);
    assertThat(notices).containsExactly(Notice.error("failure.audio.NO_DEVICE"));
  }

  @Test
  void tellsThatTheDeviceWentAway() {
    transport.play("a", Feed.of(SECOND, 0, 1), 0);
    views.until(() -> transport.positionProperty().get() > 0.1);
    loudspeaker.unplug();
    views.until(() -> transport.stateProperty().get() == State.STOPPED);
    assertThat(notices).containsExactly(Notice.error("failure.audio.DEVICE_LOST"));
  }
}
