package myna.ui.common;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** The last row of a panel: leave it, or save what it asks for. Either closes the panel. */
public final class SaveRow extends HBox {
  private final Button save;

  /**
   * A row.
   *
   * @param id of the button that saves
   * @param text on that button
   * @param action of that button, when the panel is closed
   */
  public SaveRow(ViewKit kit, String id, String text, Runnable action) {
    super(10);
    save =
        Nodes.button(
            text,
            () -> {
              kit.dialogs().close();
              action.run();
            },
            "accent");
    save.setId(id);
    save.setDefaultButton(true);
    getStyleClass().add("row");
    getChildren()
        .addAll(
            Nodes.spring(), Nodes.button(kit.text("common.cancel"), kit.dialogs()::close), save);
  }

  /** Lets nothing be saved while a text is blank. */
  public SaveRow unlessBlank(StringProperty text) {
    text.subscribe(now -> save.setDisable(now.isBlank()));
    return this;
  }
}
