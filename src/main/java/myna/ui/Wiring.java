package myna.ui;

import java.util.List;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.settings.Settings;
import myna.ui.settings.SettingsView;
import myna.ui.settings.SettingsViewModel;
import myna.ui.shell.Feature;
import myna.ui.shell.Page;
import myna.ui.shell.ShellViewModel;

/** Puts the ViewModels on the lower houses. */
record Wiring(Studio.Places places, Jobs jobs, JsonStore<Settings> settings, ShellViewModel shell) {

  /** The pages in the order of the navigation. */
  List<Feature> features() {
    return List.of(settingsPage());
  }

  private Feature settingsPage() {
    SettingsViewModel model =
        new SettingsViewModel(
            settings,
            new SettingsViewModel.About(places.application(), places.version()),
            jobs,
            shell);
    return new Feature(
        Page.SETTINGS,
        kit -> new SettingsView(model, kit),
        Feature.Reception.NONE,
        Feature.Departure.FREE);
  }
}
