package myna.ui.narrate;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import myna.narration.project.LineEntry;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** The sentences of a chapter, and what can be done with the chosen one. */
final class SentencesPane extends BorderPane {
  private final BookModel book;
  private final ListView<LineEntry> list = new ListView<>();
  private final SentenceCard card;

  SentencesPane(BookModel book, ViewKit kit) {
    this.book = book;
    card = new SentenceCard(book, kit);
    list.setId("sentences");
    list.getStyleClass().add("plain-list");
    list.setItems(book.lines());
    list.setAccessibleText(kit.text("narrate.sentences"));
    list.setPlaceholder(Nodes.paragraph(kit.text("narrate.sentences.none"), "muted", "centered"));
    list.setCellFactory(view -> new SentenceCell(book, kit));
    list.getSelectionModel().selectedItemProperty().subscribe(card::show);
    list.setOnKeyPressed(
        event -> {
          LineEntry line = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && line != null) {
            book.play(line);
            event.consume();
          }
        });
    setCenter(list);
    setBottom(card);
  }

  /** Follows the book until the subscription ends. */
  Subscription follow() {
    keepSelection();
    return Subscription.combine(
        card.follow(),
        book.snapshotProperty().subscribe(this::keepSelection),
        book.heardProperty()
            .subscribe(
                heard ->
                    heard.ifPresent(
                        line -> {
                          int index = indexOf(line);
                          if (index >= 0) {
                            list.getSelectionModel().clearAndSelect(index);
                            list.scrollTo(Math.max(0, index - 2));
                          }
                        })));
  }

  private int indexOf(long line) {
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i).id() == line) {
        return i;
      }
    }
    return -1;
  }

  private void keepSelection() {
    LineEntry selected = list.getSelectionModel().getSelectedItem();
    if (selected == null || indexOf(selected.id()) < 0) {
      list.getSelectionModel().clearAndSelect(list.getItems().isEmpty() ? -1 : 0);
    }
    card.show(list.getSelectionModel().getSelectedItem());
  }
}
