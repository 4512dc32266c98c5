package myna.ui.narrate;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.narration.project.ChapterEntry;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The chapters of a book: which are spoken, their names and their order. */
final class ChaptersPane extends VBox {
  private final BookModel book;
  private final ViewKit kit;
  private final ListView<ChapterEntry> list = new ListView<>();
  private final Button up;
  private final Button down;
  private final Button merge;
  private final Button rename;

  ChaptersPane(BookModel book, ViewKit kit) {
    this.book = book;
    this.kit = kit;
    setSpacing(8);
    list.setId("chapters");
    list.getStyleClass().add("plain-list");
    list.setItems(book.chapters());
    list.setAccessibleText(kit.text("narrate.chapters"));
    list.setCellFactory(view -> new ChapterCell(book, kit));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::toggle);
    VBox.setVgrow(list, Priority.ALWAYS);
    up = button(MaterialDesignA.ARROW_UP, "narrate.chapter.up", () -> move(-1));
    down = button(MaterialDesignA.ARROW_DOWN, "narrate.chapter.down", () -> move(1));
    merge = button(MaterialDesignC.CALL_MERGE, "narrate.chapter.merge", this::merge);
    rename = button(MaterialDesignP.PENCIL_OUTLINE, "narrate.chapter.rename", this::rename);
    rename.setId("rename-chapter");
    up.setId("chapter-up");
    down.setId("chapter-down");
    merge.setId("merge-chapter");
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chapter -> {
              if (chapter != null) {
                book.showChapter(chapter.id());
              }
              showButtons();
            });
    HBox buttons = Nodes.row(2, rename, up, down, merge);
    getChildren().addAll(list, buttons);
  }

  private Button button(Ikon icon, String key, Runnable action) {
    return Nodes.iconButton(icon, kit.text(key), action);
  }

  /** Follows the book until the subscription ends. */
  Subscription follow() {
    return book.snapshotProperty()
        .subscribe(
            snapshot -> {
              select(snapshot.chapter());
              showButtons();
            });
  }

  private void select(long chapter) {
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i).id() == chapter
          && list.getSelectionModel().getSelectedIndex() != i) {
        list.getSelectionModel().clearAndSelect(i);
      }
    }
  }

  private void showButtons() {
    int index = list.getSelectionModel().getSelectedIndex();
    rename.setDisable(index < 0);
    up.setDisable(index < 1);
    merge.setDisable(index < 1);
    down.setDisable(index < 0 || index == list.getItems().size() - 1);
  }

  /** The space bar says whether the chosen chapter is spoken. */
  private void toggle(KeyEvent event) {
    ChapterEntry chapter = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && chapter != null) {
      book.edit(editor -> editor.include(chapter.id(), !chapter.included()));
      event.consume();
    }
  }

  private void move(int step) {
    int index = list.getSelectionModel().getSelectedIndex();
    long id = list.getItems().get(index).id();
    book.edit(editor -> editor.move(id, index + step));
  }

  private void merge() {
    long id = list.getSelectionModel().getSelectedItem().id();
    book.edit(editor -> editor.mergeWithPrevious(id));
  }

  private void rename() {
    ChapterEntry chapter = list.getSelectionModel().getSelectedItem();
    new NamePanel(kit, "narrate.chapter.rename", chapter.title())
        .show(name -> book.edit(editor -> editor.rename(chapter.id(), name)));
  }
}
