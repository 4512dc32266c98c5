package myna.ui.settings;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** One setting: its name and what it means at the left, the control at the right. */
final class SettingRow extends HBox {

  /**
   * A setting.
   *
   * @param key of its name; {@code key.hint}, where there is one, says what it means
   */
  SettingRow(ViewKit kit, String key, Control control) {
    getStyleClass().add("setting");
    Label name = Nodes.label(kit.text(key));
    name.setLabelFor(control);
    VBox words = Nodes.column(3, name);
    words.getStyleClass().add("words");
    if (kit.messages().has(key + ".hint")) {
      Label hint = Nodes.paragraph(kit.text(key + ".hint"), "muted", "small");
      words.getChildren().add(hint);
      control.setAccessibleHelp(hint.getText());
    }
    setHgrow(words, Priority.ALWAYS);
    control.setAccessibleText(name.getText());
    getChildren().addAll(words, control);
  }
}
