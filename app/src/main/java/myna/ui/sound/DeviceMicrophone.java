package myna.ui.sound;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import myna.audio.Audio;
import myna.audio.AudioDevices;
import myna.audio.AudioException;
import myna.audio.AudioException.Reason;
import myna.audio.Recorder;
import myna.jobs.Cancellation;

/**
 * The microphone that the user chose.
 *
 * @param name of the device, asked at each recording; empty for the system's default
 */
public record DeviceMicrophone(Supplier<String> name) implements Microphone {
  private static final int SAMPLE_RATE = 48_000;

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public Audio record(Cancellation stop, double longestSeconds, Consumer<float[]> heard)
      throws AudioException {
    AtomicLong samples = new AtomicLong();
    StallWatch watch = new StallWatch();
    boolean[] lost = new boolean[1];
    // Some devices that are gone say nothing of it, and give nothing any more.
    Cancellation stopOrLost =
        () -> {
          lost[0] = watch.isStalled((double) samples.get());
          return lost[0] || stop.requested();
        };
    Consumer<float[]> counted =
        chunk -> {
          samples.addAndGet(chunk.length);
          heard.accept(chunk);
        };
    try (Recorder recorder = Recorder.open(new AudioDevices.Device(name.get()), SAMPLE_RATE)) {
      Audio audio = recorder.record(stopOrLost, longestSeconds, counted);
      if (lost[0] && !stop.requested()) {
        throw new AudioException(Reason.DEVICE_LOST, "the microphone gives nothing any more");
      }
      return audio;
    }
  }
}
