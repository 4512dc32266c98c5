package myna.ui.sound;

import java.util.List;
import myna.audio.AudioDevices;

/** The microphones and loudspeakers that are connected. Every method blocks. */
public interface SoundDevices {
  /** Names of what can record, without the system's choice. */
  List<String> inputs();

  /** Names of what can play, without the system's choice. */
  List<String> outputs();

  /** Those of this computer. */
  static SoundDevices ofSystem() {
    return new SoundDevices() {
      @Override
      public List<String> inputs() {
        return names(AudioDevices.inputs());
      }

      @Override
      public List<String> outputs() {
        return names(AudioDevices.outputs());
      }
    };
  }

  private static List<String> names(List<AudioDevices.Device> found) {
    return found.stream().map(AudioDevices.Device::name).distinct().toList();
  }
}
