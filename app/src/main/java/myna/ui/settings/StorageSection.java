package myna.ui.settings;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** Where the user's data are, how much there is, and clearing what can be made again. */
final class StorageSection extends VBox {
  private static final double MEGABYTE = 1e6;

  private final SettingsViewModel model;
  private final ViewKit kit;
  private final VBox parts = new VBox();

  StorageSection(SettingsViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    getStyleClass().add("card");
    TextField folder = new TextField(model.home().toString());
    folder.setEditable(false);
    folder.setPrefColumnCount(30);
    Button clear = Nodes.button(kit.text("settings.storage.clear"), model::clearCache);
    clear.setId("clear-cache");
    HBox last = Nodes.row(10, clear);
    last.getStyleClass().add("setting");
    getChildren().addAll(new SettingRow(kit, "settings.storage.folder", folder), parts, last);
  }

  /** Measures. */
  Subscription follow() {
    Subscription shown =
        model
            .storageProperty()
            .subscribe(
                measured -> parts.getChildren().setAll(measured.stream().map(this::row).toList()));
    model.measureStorage();
    return shown;
  }

  private HBox row(Storage.Part part) {
    HBox row =
        Nodes.row(
            10,
            Nodes.label(kit.text("settings.storage." + part.name())),
            Nodes.spring(),
            Nodes.label(kit.text("settings.storage.size", part.bytes() / MEGABYTE), "muted"));
    row.getStyleClass().add("setting");
    return row;
  }
}
