package myna.ui.sound;

import java.util.function.Supplier;
import myna.audio.AudioDevices;
import myna.audio.AudioException;
import myna.audio.AudioException.Reason;
import myna.audio.Player;
import myna.jobs.Cancellation;

/**
 * The loudspeaker that the user chose.
 *
 * @param name of the device, asked each time an output is opened; empty for the system's default
 */
public record DeviceLoudspeaker(Supplier<String> name) implements Loudspeaker {
  @Override
  public Output open(int sampleRate) throws AudioException {
    return new PlayerOutput(Player.open(new AudioDevices.Device(name.get()), sampleRate));
  }

  private static final class PlayerOutput implements Output {
    private final Player player;
    private final StallWatch watch = new StallWatch();
    private volatile boolean paused;

    PlayerOutput(Player player) {
      this.player = player;
    }

    @Override
    public void write(float[] samples, Cancellation cancellation) throws AudioException {
      boolean[] lost = new boolean[1];
      // Some devices that are gone say nothing of it, and take nothing any more.
      player.write(
          samples,
          () -> {
            lost[0] = isStalled();
            return lost[0] || cancellation.requested();
          });
      if (lost[0] && !cancellation.requested()) {
        throw new AudioException(Reason.DEVICE_LOST, "the loudspeaker takes nothing any more");
      }
    }

    private boolean isStalled() {
      if (paused) {
        watch.rest();
        return false;
      }
      return watch.isStalled(player.heardSeconds());
    }

    @Override
    public void drain() {
      player.drain();
    }

    @Override
    public void pause() {
      paused = true;
      player.pause();
    }

    @Override
    public void resume() {
      player.resume();
      paused = false;
    }

    @Override
    public double heardSeconds() {
      return player.heardSeconds();
    }

    @Override
    public void close() {
      player.close();
    }
  }
}
