package myna.ui.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import myna.audio.Audio;
import myna.ui.common.Delay;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.fakes.FakeMicrophone;
import myna.ui.fakes.Sounds;
import myna.ui.voices.RecordingSession.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordingSessionTest {
  private final FakeMicrophone microphone = new FakeMicrophone();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Audio> recorded = new ArrayList<>();
  private final Deque<Runnable> seconds = new ArrayDeque<>();
  private final Delay byHand =
      (wait, action) -> {
        seconds.add(action);
        return () -> seconds.remove(action);
      };
  private final RecordingSession session =
      new RecordingSession(microphone, Jobs.sameThread(), byHand, notices::add);

  @BeforeEach
  void hurry() {
    microphone.setMillisPerChunk(0);
  }

  @Test
  void countsThreeTwoOne() {
    session.start(recorded::add);
    assertThat(session.stateProperty().get()).isEqualTo(State.COUNTDOWN);
    assertThat(session.countdownProperty().get()).isEqualTo(3);
    seconds.remove().run();
    assertThat(session.countdownProperty().get()).isEqualTo(2);
    seconds.remove().run();
    assertThat(session.countdownProperty().get()).isEqualTo(1);
    assertThat(recorded).isEmpty();
    seconds.remove().run();
    assertThat(recorded).hasSize(1);
  }

  @Test
  void stopsByItselfWhenTheReaderHasFinished() {
    microphone.hears(Sounds.speech(9, 5));
    record();
    assertThat(recorded.getFirst().seconds()).isBetween(10.0, 13.0);
    assertThat(session.stateProperty().get()).isEqualTo(State.IDLE);
  }

  @Test
  void doesNotStopWhileLittleWasSaid() {
    microphone.hears(Sounds.speech(2, 5));
    record();
    assertThat(recorded.getFirst().seconds()).isEqualTo(RecordingSession.LONGEST_SECONDS);
  }

  @Test
  void aCountdownCanBeStopped() {
    session.start(recorded::add);
    session.stop();
    assertThat(seconds).isEmpty();
    assertThat(session.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(session.countdownProperty().get()).isZero();
  }

  @Test
  void keepsWhatWasRecordedWhenTheDeviceGoesAway() {
    microphone.losesDeviceAfter(5);
    record();
    assertThat(recorded.getFirst().seconds()).isEqualTo(5.0);
    assertThat(notices).containsExactly(Notice.error("failure.audio.DEVICE_LOST"));
  }

  @Test
  void aMomentIsNotWorthKeeping() {
    microphone.losesDeviceAfter(1);
    record();
    assertThat(recorded).isEmpty();
    assertThat(notices).hasSize(1);
  }

  @Test
  void showsWhatComesIn() {
    List<Double> levels = new ArrayList<>();
    session.levelProperty().subscribe(level -> levels.add(level.doubleValue()));
    record();
    assertThat(levels).anyMatch(level -> level > -30).last().isEqualTo(Silence.NOTHING_DB);
    assertThat(session.secondsProperty().get()).isPositive();
  }

  private void record() {
    session.start(recorded::add);
    while (!seconds.isEmpty()) {
      seconds.remove().run();
    }
  }
}
