package myna.ui.fakes;

import java.util.List;
import myna.ui.sound.SoundDevices;

/** Devices that are always connected. */
public record FakeDevices(List<String> inputs, List<String> outputs) implements SoundDevices {
  /** A microphone and a loudspeaker. */
  public static final FakeDevices ONE_EACH =
      new FakeDevices(List.of("Desk microphone"), List.of("Headphones"));
}
