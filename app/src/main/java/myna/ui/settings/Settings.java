package myna.ui.settings;

import myna.engine.PackChoice;
import myna.speech.Quality;
import myna.ui.common.Language;

/**
 * Everything the user has settled.
 *
 * @param look theme and language
 * @param engine what synthesis runs on
 * @param sound devices
 * @param speaking what a new text starts with
 * @param window where the window was
 */
public record Settings(
    Look look, Engine engine, Sound sound, Speaking speaking, WindowPlace window) {

  /** Light and dark. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** What synthesis runs on. */
  public enum Device {
    AUTO,
    CPU,
    CUDA
  }

  /**
   * How the studio looks.
   *
   * @param textSize of the interface in percent, 100 is normal
   */
  public record Look(Theme theme, Language language, int textSize) {
    public Look {
      theme = theme == null ? Theme.SYSTEM : theme;
      language = language == null ? Language.SYSTEM : language;
      textSize = textSize == 0 ? 100 : Math.clamp(textSize, 80, 200);
    }
  }

  /**
   * What synthesis runs on.
   *
   * @param threads number of threads, 0 for as many as the machine has cores
   * @param pack folder name of the model pack, empty for the default one
   */
  public record Engine(Device device, int threads, String pack) {
    public Engine {
      device = device == null ? Device.AUTO : device;
      threads = Math.max(threads, 0);
      pack = pack == null ? "" : pack;
    }

    /** The pack that this names. */
    public PackChoice choice() {
      return new PackChoice(pack, myna.onnx.Device.valueOf(device.name()), threads);
    }
  }

  /**
   * Sound devices by name.
   *
   * @param input microphone, empty for the system's choice
   * @param output loudspeaker, empty for the system's choice
   */
  public record Sound(String input, String output) {
    public Sound {
      input = input == null ? "" : input;
      output = output == null ? "" : output;
    }
  }

  /**
   * What a new text starts with.
   *
   * @param quality the last quality
   * @param verify whether each sentence is checked
   * @param watermark whether files carry the inaudible mark of synthetic speech
   */
  public record Speaking(Quality quality, boolean verify, Boolean watermark) {
    public Speaking {
      quality = quality == null ? Quality.GOOD : quality;
      watermark = watermark == null || watermark;
    }
  }

  /** Where the window was, in pixels of the desktop; a width of 0 says that nothing is known. */
  public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

  public Settings {
    look = look == null ? new Look(null, null, 0) : look;
    engine = engine == null ? new Engine(null, 0, null) : engine;
    sound = sound == null ? new Sound(null, null) : sound;
    speaking = speaking == null ? new Speaking(null, true, null) : speaking;
    window = window == null ? new WindowPlace(0, 0, 0, 0, false) : window;
  }

  /** What holds before the user has settled anything. */
  public static Settings defaults() {
    return new Settings(null, null, null, null, null);
  }

  public Settings with(Look changed) {
    return new Settings(changed, engine, sound, speaking, window);
  }

  public Settings with(Engine changed) {
    return new Settings(look, changed, sound, speaking, window);
  }

  public Settings with(Sound changed) {
    return new Settings(look, engine, changed, speaking, window);
  }

  public Settings with(Speaking changed) {
    return new Settings(look, engine, sound, changed, window);
  }

  public Settings with(WindowPlace changed) {
    return new Settings(look, engine, sound, speaking, changed);
  }
}
