package myna.ui.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.common.Language;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.settings.Settings.Look;
import myna.ui.settings.Settings.Theme;

/** What the settings page shows and changes. A change holds at once. */
public final class SettingsViewModel {
  private final JsonStore<Settings> store;
  private final About about;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<Language> language;
  private final ObjectProperty<Integer> textSize;

  /**
   * What the program can say of itself.
   *
   * @param application folder with the licences
   */
  public record About(Path application, String version) {}

  /** The settings in a store. */
  public SettingsViewModel(
      JsonStore<Settings> store, About about, Jobs jobs, Consumer<Notice> notices) {
    this.store = store;
    this.about = about;
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
