package myna.ui.settings;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import myna.ui.common.Choices;
import myna.ui.common.Language;
import myna.ui.common.ViewKit;
import myna.ui.settings.Settings.Theme;

/** Theme, language and size. */
final class LookSection extends VBox {
  private static final List<Integer> SIZES = List.of(90, 100, 110, 125, 150);

  LookSection(SettingsViewModel model, ViewKit kit) {
    getStyleClass().add("card");
    ComboBox<Theme> theme =
        Choices.of(
            List.of(Theme.values()), t -> kit.messages().of("theme", t), model.themeProperty());
    theme.setId("theme");
    ComboBox<Language> language =
        Choices.of(
            List.of(Language.values()),
            l -> kit.messages().of("language", l),
            model.languageProperty());
    language.setId("language");
    ComboBox<Integer> size =
        Choices.of(SIZES, s -> kit.text("settings.look.size.percent", s), model.textSizeProperty());
    size.setId("text-size");
    getChildren()
        .addAll(
            new SettingRow(kit, "settings.look.theme", theme),
            new SettingRow(kit, "settings.look.language", language),
            new SettingRow(kit, "settings.look.size", size));
  }
}
