package myna.ui.narrate;

import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import myna.narration.project.LineEntry;
import myna.ui.common.Nodes;
import myna.ui.common.SaveRow;
import myna.ui.common.ViewKit;

/** Changes what a paragraph says. */
final class ParagraphPanel {
  private final BookModel book;
  private final LineEntry line;
  private final ViewKit kit;

  ParagraphPanel(BookModel book, LineEntry line, ViewKit kit) {
    this.book = book;
    this.line = line;
    this.kit = kit;
  }

  void show() {
    book.paragraph(line, this::show);
  }

  private void show(String text) {
    TextArea area = new TextArea(text);
    area.setId("paragraph");
    area.setWrapText(true);
    area.setPrefSize(560, 240);
    area.setAccessibleText(kit.text("narrate.text"));
    SaveRow buttons =
        new SaveRow(
            kit,
            "paragraph-save",
            kit.text("common.save"),
            () -> {
              String changed = area.getText();
              book.edit(editor -> editor.setText(line.place().block(), changed));
            });
    VBox content =
        Nodes.column(
            14,
            Nodes.paragraph(kit.text("narrate.text.hint"), "muted"),
            area,
            buttons.unlessBlank(area.textProperty()));
    kit.dialogs().show(kit.text("narrate.text.edit"), content);
  }
}
