package myna.audio;

import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import myna.audio.AudioException.Reason;

/** The loudspeakers and microphones of this computer. */
public final class AudioDevices {
  private AudioDevices() {}

  /**
   * A device, known by its name from one start to the next.
   *
   * @param name as the system calls it; "" for the system's default
   */
  public record Device(String name) {
    /** Whatever the system uses by default. */
    public static final Device DEFAULT = new Device("");

    /** Whether the system chooses. */
    public boolean isDefault() {
      return name.isEmpty();
    }
  }

  /** The devices that can play, without the default; empty where there are none. */
  public static List<Device> outputs() {
    return devices(SourceDataLine.class);
  }

  /** The devices that can record, without the default; empty where there are none. */
  public static List<Device> inputs() {
    return devices(TargetDataLine.class);
  }

  private static List<Device> devices(Class<? extends DataLine> kind) {
    List<Device> devices = new ArrayList<>();
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      if (AudioSystem.getMixer(info).isLineSupported(new DataLine.Info(kind, null))) {
        devices.add(new Device(info.getName()));
      }
    }
    return List.copyOf(devices);
  }

  /** Opens a line to play on: 16-bit, mono or, where the device has only that, stereo. */
  static SourceDataLine openOutput(Device device, int sampleRate) throws AudioException {
    return open(SourceDataLine.class, device, sampleRate, SourceDataLine::open);
  }

  /** Opens a line to record from: 16-bit, mono or, where the device has only that, stereo. */
  static TargetDataLine openInput(Device device, int sampleRate) throws AudioException {
    return open(TargetDataLine.class, device, sampleRate, TargetDataLine::open);
  }

  private interface Opener<L> {
    void open(L line, AudioFormat format) throws LineUnavailableException;
  }

  /** Java Sound reports a missing device by either of two exceptions, one of them unchecked. */
  private static <L extends DataLine> L open(
      Class<L> kind, Device device, int sampleRate, Opener<L> opener) throws AudioException {
    for (int channels = 1; ; channels++) {
      AudioFormat format = new AudioFormat(sampleRate, 16, channels, true, false);
      try {
        L line = kind.cast(line(new DataLine.Info(kind, format), device));
        opener.open(line, format);
        return line;
      } catch (LineUnavailableException | IllegalArgumentException e) {
        if (channels == 2) {
          throw noDevice(kind, device, e);
        }
      }
    }
  }

  private static javax.sound.sampled.Line line(DataLine.Info info, Device device)
      throws LineUnavailableException {
    if (device.isDefault()) {
      return AudioSystem.getLine(info);
    }
    for (Mixer.Info mixer : AudioSystem.getMixerInfo()) {
      if (mixer.getName().equals(device.name())) {
        return AudioSystem.getMixer(mixer).getLine(info);
      }
    }
    throw new IllegalArgumentException("no device " + device.name());
  }

  private static AudioException noDevice(
      Class<? extends DataLine> kind, Device device, Throwable cause) {
    String what = kind == SourceDataLine.class ? "loudspeaker" : "microphone";
    return new AudioException(
        Reason.NO_DEVICE,
        device.isDefault()
            ? "there is no " + what + " that can be used; connect one, or close what is using it"
            : "the " + what + " \"" + device.name() + "\" is not there, or in use",
        cause);
  }
}
