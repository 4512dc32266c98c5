package myna.ui.narrate;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;
import myna.ui.common.SaveRow;
import myna.ui.common.ViewKit;

/** Asks for a name. */
final class NamePanel {
  private static final int LONGEST = 80;

  private final ViewKit kit;
  private final String title;
  private final TextField name;

  /**
   * A panel.
   *
   * @param key of its title
   * @param first what the name is proposed to be
   */
  NamePanel(ViewKit kit, String key, String first) {
    this.kit = kit;
    this.title = kit.text(key);
    this.name = new TextField(first.substring(0, Math.min(first.length(), LONGEST)));
  }

  /** Shows it; {@code done} gets a name that is not blank. */
  void show(Consumer<String> done) {
    name.setId("name");
    name.setAccessibleText(kit.text("narrate.name"));
    SaveRow buttons =
        new SaveRow(
            kit, "name-save", kit.text("common.save"), () -> done.accept(name.getText().strip()));
    VBox content = Nodes.column(18, name, buttons.unlessBlank(name.textProperty()));
    content.setPrefWidth(420);
    kit.dialogs().show(title, content);
  }
}
