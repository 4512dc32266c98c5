package myna.ui.narrate;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import myna.narration.book.Metadata;
import myna.ui.common.Nodes;
import myna.ui.common.SaveRow;
import myna.ui.common.ViewKit;

/** Changes title, author and the like. */
final class DetailsPanel {
  private final BookModel book;
  private final ViewKit kit;

  DetailsPanel(BookModel book, ViewKit kit) {
    this.book = book;
    this.kit = kit;
  }

  void show() {
    Metadata now = book.snapshot().metadata();
    TextField title = field("book-title", now.title());
    TextField author = field("book-author", now.author());
    TextField year = field("book-year", now.year());
    SaveRow buttons =
        new SaveRow(
            kit,
            "details-save",
            kit.text("common.save"),
            () -> {
              Metadata changed =
                  new Metadata(
                      title.getText().strip(),
                      author.getText().strip(),
                      now.language(),
                      year.getText().strip(),
                      now.description());
              book.edit(editor -> editor.setMetadata(changed));
            });
    VBox content =
        Nodes.column(
            14,
            labelled("narrate.details.title", title),
            labelled("narrate.details.author", author),
            labelled("narrate.details.year", year),
            buttons.unlessBlank(title.textProperty()));
    content.setPrefWidth(420);
    kit.dialogs().show(kit.text("narrate.details"), content);
  }

  private static TextField field(String id, String text) {
    TextField field = new TextField(text);
    field.setId(id);
    return field;
  }

  private VBox labelled(String key, TextField field) {
    Label label = Nodes.label(kit.text(key), "strong");
    label.setLabelFor(field);
    field.setAccessibleText(label.getText());
    return Nodes.column(6, label, field);
  }
}
