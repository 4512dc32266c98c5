package myna.ui.narrate;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import myna.narration.project.ChapterEntry;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** A chapter in the list: whether it is spoken, and how much of it is made. */
final class ChapterCell extends ListCell<ChapterEntry> {
  private final BookModel book;
  private final ViewKit kit;
  private final CheckBox included = new CheckBox();
  private final Label title = Nodes.label("");
  private final Label about = Nodes.label("", "muted", "small");
  private final HBox row;

  ChapterCell(BookModel book, ViewKit kit) {
    this.book = book;
    this.kit = kit;
    VBox words = Nodes.column(2, title, about);
    words.setMinWidth(0);
    // The list takes the keyboard; its space bar does what a click does.
    included.setFocusTraversable(false);
    row = Nodes.row(8, included, words);
    setPrefWidth(0);
    included.setOnAction(event -> include(included.isSelected()));
  }

  private void include(boolean spoken) {
    ChapterEntry chapter = getItem();
    if (chapter != null) {
      book.edit(editor -> editor.include(chapter.id(), spoken));
    }
  }

  @Override
  protected void updateItem(ChapterEntry chapter, boolean empty) {
    super.updateItem(chapter, empty);
    setText(null);
    if (empty || chapter == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    title.setText(chapter.title());
    included.setSelected(chapter.included());
    included.setAccessibleText(kit.text("narrate.chapter.included", chapter.title()));
    about.setText(
        chapter.included()
            ? kit.text("narrate.chapter.about", chapter.work().finished(), chapter.work().lines())
            : kit.text("narrate.chapter.left"));
    setGraphic(row);
    setAccessibleText(chapter.title() + ", " + about.getText());
  }
}
