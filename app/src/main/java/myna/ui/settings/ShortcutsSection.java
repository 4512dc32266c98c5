package myna.ui.settings;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;
import myna.ui.common.Shortcut;
import myna.ui.common.ViewKit;

/** What the keyboard does. */
final class ShortcutsSection extends VBox {

  ShortcutsSection(ViewKit kit) {
    getStyleClass().add("card");
    for (Shortcut shortcut : Shortcut.values()) {
      Label keys = Nodes.label(keys(shortcut), "shortcut-keys");
      HBox row =
          Nodes.row(12, Nodes.label(kit.messages().of("shortcut", shortcut)), Nodes.spring(), keys);
      row.getStyleClass().add("setting");
      getChildren().add(row);
    }
  }

  private static String keys(Shortcut shortcut) {
    String keys = shortcut.keys().getDisplayText();
    return shortcut == Shortcut.PAGES ? keys + " – 5" : keys;
  }
}
