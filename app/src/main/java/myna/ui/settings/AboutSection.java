package myna.ui.settings;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** Version and licences. */
final class AboutSection extends VBox {

  AboutSection(SettingsViewModel model, ViewKit kit) {
    getStyleClass().addAll("card", "roomy");
    setSpacing(12);
    HBox buttons =
        Nodes.row(
            10,
            reader(model, kit, "settings.about.licence", "LICENSE"),
            reader(model, kit, "settings.about.libraries", "THIRD-PARTY.md"));
    buttons.getChildren().getFirst().setId("licence");
    getChildren()
        .addAll(
            Nodes.label(kit.text("settings.about.version", model.version()), "strong"),
            Nodes.paragraph(kit.text("settings.about.text"), "muted"),
            buttons);
  }

  private static Button reader(SettingsViewModel model, ViewKit kit, String title, String file) {
    return Nodes.button(
        kit.text(title), () -> model.readAbout(file, text -> show(kit, title, text)));
  }

  private static void show(ViewKit kit, String title, String text) {
    TextArea area = new TextArea(text);
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefSize(720, 460);
    area.setAccessibleText(kit.text(title));
    kit.dialogs().show(kit.text(title), area);
  }
}
