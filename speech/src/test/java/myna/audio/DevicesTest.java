package myna.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import myna.audio.AudioDevices.Device;
import myna.audio.AudioException.Reason;
import myna.jobs.Cancellation;
import myna.jobs.CancellationSwitch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private static final int ENDLESS = Integer.MAX_VALUE;

  @Test
  void playsEverySampleOnEveryChannel() throws Exception {
    FakeLine line = new FakeLine(2, ENDLESS);
    try (Player player = new Player(line.as(SourceDataLine.class))) {
      player.write(new float[] {0.5f, -1f}, Cancellation.NEVER);
      player.write(new float[15998], Cancellation.NEVER);
      player.drain();
      assertThat(player.heardSeconds()).isEqualTo(1);
    }
    byte[] bytes = line.played.toByteArray();
    assertThat(bytes).hasSize(64000).startsWith(0, 64, 0, 64, 0, -128, 0, -128);
  }

  @Test
  void stopsPlayingWhenNobodyListensAnyMore() throws Exception {
    FakeLine line = new FakeLine(1, ENDLESS);
    try (Player player = new Player(line.as(SourceDataLine.class))) {
      player.write(new float[16000], () -> line.played.size() > 8000);
    }
    assertThat(line.played.size()).isBetween(8000, 12000);
    assertThat(line.flushes()).isPositive();
  }

  @Test
  void aPausedPlayerTakesNothing() throws Exception {
    FakeLine line = new FakeLine(1, ENDLESS);
    CancellationSwitch cancellation = new CancellationSwitch();
    int[] asked = {0};
    try (Player player = new Player(line.as(SourceDataLine.class))) {
      player.pause();
      player.write(
          new float[1000],
          () -> {
            if (++asked[0] == 5) {
              cancellation.request();
            }
            return cancellation.requested();
          });
      assertThat(line.played.size()).isZero();
      player.resume();
      player.write(new float[1000], Cancellation.NEVER);
      assertThat(line.played.size()).isEqualTo(2000);
    }
  }

  @Test
  void tellsThatALoudspeakerWentAway() {
    try (Player player = new Player(new FakeLine(1, 5000).as(SourceDataLine.class))) {
      assertLost(() -> player.write(new float[16000], Cancellation.NEVER));
    }
  }

  @Test
  void recordsUntilTheLongestTime() throws Exception {
    List<Integer> heard = new ArrayList<>();
    try (Recorder recorder = new Recorder(new FakeLine(2, ENDLESS).as(TargetDataLine.class))) {
      Audio audio = recorder.record(Cancellation.NEVER, 0.5, chunk -> heard.add(chunk.length));
      assertThat(audio.sampleRate()).isEqualTo(16000);
      assertThat(audio.samples()).hasSize(8000).contains(0.5f);
    }
    assertThat(heard).hasSize(25).containsOnly(320);
  }

  @Test
  void recordsUntilSomebodySaysStop() throws Exception {
    CancellationSwitch stop = new CancellationSwitch();
    try (Recorder recorder = new Recorder(new FakeLine(1, ENDLESS).as(TargetDataLine.class))) {
      assertThat(recorder.record(stop, 60, chunk -> stop.request()).length()).isEqualTo(320);
    }
  }

  @Test
  void tellsThatAMicrophoneWentAway() {
    FakeLine line = new FakeLine(1, 3200);
    try (Recorder recorder = new Recorder(line.as(TargetDataLine.class))) {
      assertLost(() -> recorder.record(Cancellation.NEVER, 60, chunk -> {}));
    }
  }

  @Test
  void tellsThatADeviceIsNotThere() {
    Device absent = new Device("no such device");
    assertThat(AudioDevices.outputs()).doesNotContain(absent);
    assertThat(AudioDevices.inputs()).doesNotContain(absent);
    assertThatThrownBy(() -> Player.open(absent, 16000))
        .asInstanceOf(type(AudioException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NO_DEVICE))
        .satisfies(e -> assertThat(e).hasMessageContaining("no such device"));
    assertThatThrownBy(() -> Recorder.open(absent, 16000))
        .asInstanceOf(type(AudioException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NO_DEVICE));
  }

  /** Where the computer has a device, it opens; where it has none, that is said in a sentence. */
  @Test
  void opensTheDefaultDeviceOrSaysThatThereIsNone() {
    try (Player player = Player.open(Device.DEFAULT, 16000)) {
      assertThat(player.heardSeconds()).isZero();
    } catch (AudioException e) {
      assertThat(e.reason()).isEqualTo(Reason.NO_DEVICE);
      assertThat(e).hasMessageStartingWith("there is no loudspeaker");
    }
  }

  private static void assertLost(ThrowingCallable use) {
    assertThatThrownBy(use)
        .asInstanceOf(type(AudioException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DEVICE_LOST))
        .satisfies(e -> assertThat(e).hasMessageContaining("went away"));
  }
}
