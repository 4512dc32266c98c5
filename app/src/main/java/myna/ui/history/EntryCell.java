package myna.ui.history;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;

/** An entry in the list. */
final class EntryCell extends ListCell<Entry> {
  private final HistoryView view;

  EntryCell(HistoryView view) {
    this.view = view;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    setText(null);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Label text = Nodes.label(entry.text().strip().replaceAll("\\s+", " "));
    Label about = Nodes.label(entry.voice().name() + " · " + view.when(entry), "muted", "small");
    VBox words = Nodes.column(2, text, about);
    setGraphic(words);
    setAccessibleText(text.getText() + ", " + about.getText());
  }
}
