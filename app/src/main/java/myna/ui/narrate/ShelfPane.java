package myna.ui.narrate;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.EmptyState;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** All books, each with how far it is. */
final class ShelfPane extends BorderPane {
  private final NarrateViewModel model;
  private final ViewKit kit;
  private final VBox rows = new VBox();
  private final Node empty;
  private final ScrollPane scroll = new ScrollPane();

  ShelfPane(NarrateViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    empty =
        new EmptyState(
            MaterialDesignB.BOOK_OPEN_PAGE_VARIANT_OUTLINE,
            kit.text("narrate.empty.title"),
            kit.text("narrate.empty.text"),
            adding("add-first-book"));
    rows.getStyleClass().addAll("page-body", "shelf");
    scroll.setContent(rows);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    ProgressBar busy = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    busy.getStyleClass().add("thin");
    busy.setMaxWidth(Double.MAX_VALUE);
    busy.visibleProperty().bind(model.busyProperty());
    busy.setAccessibleText(kit.text("common.working"));
    HBox head =
        Nodes.row(
            12,
            Nodes.label(kit.text("page.NARRATE"), "page-title"),
            Nodes.spring(),
            adding("add-book"));
    head.getStyleClass().add("page-head");
    setTop(new VBox(head, busy));
  }

  private Button adding(String id) {
    Button add =
        Nodes.button(
            MaterialDesignP.PLUS,
            kit.text("narrate.add"),
            () -> model.add(kit.files().open(Sort.BOOK)),
            "accent");
    add.setId(id);
    return add;
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    ListChangeListener<Shelf.Book> change = any -> showBooks();
    model.books().addListener(change);
    showBooks();
    model.refresh();
    return Subscription.combine(
        model.loadedProperty().subscribe(this::showBooks),
        () -> model.books().removeListener(change),
        this::releaseRows);
  }

  private void showBooks() {
    releaseRows();
    for (Shelf.Book book : model.books()) {
      rows.getChildren().add(new ShelfRow(model, book, kit));
    }
    boolean any = !model.books().isEmpty();
    setCenter(!model.loadedProperty().get() ? null : any ? scroll : empty);
  }

  private void releaseRows() {
    rows.getChildren().forEach(row -> ((ShelfRow) row).release());
    rows.getChildren().clear();
  }
}
