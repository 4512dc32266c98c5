package myna.ui.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import myna.files.Folders;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.common.Language;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.settings.Settings.Device;
import myna.ui.settings.Settings.Engine;
import myna.ui.settings.Settings.Look;
import myna.ui.settings.Settings.Sound;
import myna.ui.settings.Settings.Speaking;
import myna.ui.settings.Settings.Theme;
import myna.ui.sound.SoundDevices;

/** What the settings page shows and changes. A change holds at once. */
public final class SettingsViewModel {
  private final JsonStore<Settings> store;
  private final About about;
  private final SoundDevices connected;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<Language> language;
  private final ObjectProperty<Integer> textSize;
  private final ObjectProperty<Device> device;
  private final ObjectProperty<Integer> threads;
  private final ObjectProperty<String> input;
  private final ObjectProperty<String> output;
  private final ObjectProperty<Boolean> watermark;
  private final ReadOnlyObjectWrapper<Devices> devices =
      new ReadOnlyObjectWrapper<>(new Devices(List.of(), List.of()));
  private final ReadOnlyObjectWrapper<List<Storage.Part>> storage =
      new ReadOnlyObjectWrapper<>(List.of());

  /**
   * What the program can say of itself.
   *
   * @param application folder with the licences
   * @param home the user's data
   */
  public record About(Path application, Path home, String version) {}

  /** The sound devices that are there, by name. */
  record Devices(List<String> inputs, List<String> outputs) {}

  /** The settings in a store. */
  public SettingsViewModel(
      JsonStore<Settings> store,
      About about,
      SoundDevices connected,
      Jobs jobs,
      Consumer<Notice> notices) {
    this.store = store;
    this.about = about;
    this.connected = connected;
    this.jobs = jobs;
    this.notices = notices;
    theme =
        setting(
            s -> s.look().theme(),
            (s, value) -> s.with(new Look(value, s.look().language(), s.look().textSize())));
    language =
        setting(
            s -> s.look().language(),
            (s, value) -> s.with(new Look(s.look().theme(), value, s.look().textSize())));
    textSize =
        setting(
            s -> s.look().textSize(),
            (s, value) -> s.with(new Look(s.look().theme(), s.look().language(), value)));
    device =
        setting(
            s -> s.engine().device(),
            (s, value) -> s.with(new Engine(value, s.engine().threads(), s.engine().pack())));
    threads =
        setting(
            s -> s.engine().threads(),
            (s, value) -> s.with(new Engine(s.engine().device(), value, s.engine().pack())));
    input =
        setting(s -> s.sound().input(), (s, value) -> s.with(new Sound(value, s.sound().output())));
    output =
        setting(s -> s.sound().output(), (s, value) -> s.with(new Sound(s.sound().input(), value)));
    watermark =
        setting(
            s -> s.speaking().watermark(),
            (s, value) ->
                s.with(new Speaking(s.speaking().quality(), s.speaking().verify(), value)));
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /** Size of the interface in percent. */
  public ObjectProperty<Integer> textSizeProperty() {
    return textSize;
  }

  ObjectProperty<Device> deviceProperty() {
    return device;
  }

  /** Number of threads, 0 for as many as the machine has cores. */
  ObjectProperty<Integer> threadsProperty() {
    return threads;
  }

  /** What synthesis is to run on, to watch. */
  ObservableValue<Engine> engineProperty() {
    return store.property().map(Settings::engine);
  }

  /** The microphone's name, empty for the system's choice. */
  ObjectProperty<String> inputProperty() {
    return input;
  }

  /** The loudspeaker's name, empty for the system's choice. */
  ObjectProperty<String> outputProperty() {
    return output;
  }

  /** Whether files carry the inaudible mark of synthetic speech. */
  ObjectProperty<Boolean> watermarkProperty() {
    return watermark;
  }

  /** The devices that were there when somebody looked last. */
  ReadOnlyObjectProperty<Devices> devicesProperty() {
    return devices.getReadOnlyProperty();
  }

  /** Looks for devices. */
  void lookForDevices() {
    jobs.start(
        (progress, cancellation) -> new Devices(connected.inputs(), connected.outputs()),
        outcome -> outcome.handle(devices::set, notices));
  }

  /** Where the user's data are. */
  Path home() {
    return about.home();
  }

  /** What the user's data take, as measured last. */
  ReadOnlyObjectProperty<List<Storage.Part>> storageProperty() {
    return storage.getReadOnlyProperty();
  }

  /** Measures what the user's data take. */
  void measureStorage() {
    jobs.start(
        (progress, cancellation) -> Storage.measure(about.home()),
        outcome -> outcome.handle(storage::set, notices));
  }

  /** Deletes what can be made again. */
  void clearCache() {
    jobs.start(
        (progress, cancellation) -> {
          Folders.delete(about.home().resolve("cache"));
          return Storage.measure(about.home());
        },
        outcome ->
            outcome.handle(
                parts -> {
                  storage.set(parts);
                  notices.accept(Notice.success("settings.storage.cleared"));
                },
                notices));
  }

  public String version() {
    return about.version();
  }

  /** Reads a text that lies beside the program. */
  public void readAbout(String name, Consumer<String> show) {
    jobs.start(
        (progress, cancellation) -> Files.readString(about.application().resolve(name)),
        outcome -> {
          if (outcome instanceof Outcome.Done<String>(String text)) {
            show.accept(text);
          } else {
            notices.accept(Notice.warning("settings.about.missing", name));
          }
        });
  }

  /** A property that shows one setting and changes it. */
  private <T> ObjectProperty<T> setting(
      Function<Settings, T> read, BiFunction<Settings, T, Settings> write) {
    ObjectProperty<T> property = new SimpleObjectProperty<>(read.apply(store.get()));
    property.subscribe(
        value -> {
          if (value != null) {
            store.change(settings -> write.apply(settings, value));
          }
        });
    store.property().subscribe(settings -> property.set(read.apply(settings)));
    return property;
  }
}
