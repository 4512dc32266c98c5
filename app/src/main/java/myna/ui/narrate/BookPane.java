package myna.ui.narrate;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.Tabs;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** An open book: chapters at the left; its sentences, or its cast; what is being made below. */
final class BookPane extends BorderPane {
  private final BookModel book;
  private final ViewKit kit;
  private final Label title = Nodes.label("", "page-title");
  private final Label author = Nodes.label("", "muted");
  private final BorderPane body = new BorderPane();
  private final Subscription following;

  BookPane(NarrateViewModel model, BookModel book, ViewKit kit) {
    this.book = book;
    this.kit = kit;
    setTop(head(model));
    ChaptersPane chapters = new ChaptersPane(book, kit);
    SentencesPane sentences = new SentencesPane(book, kit);
    CastPane cast = new CastPane(book, model.voices(), kit);
    BookDock dock = new BookDock(book, kit);
    VBox side = new VBox(chapters);
    side.getStyleClass().add("master");
    VBox.setVgrow(chapters, javafx.scene.layout.Priority.ALWAYS);
    BorderPane center = new BorderPane(body);
    center.setTop(
        new Tabs(
            new Tabs.Tab("sentences-tab", kit.text("narrate.sentences"), sentences),
            new Tabs.Tab("cast-tab", kit.text("narrate.cast"), cast),
            body::setCenter));
    center.getStyleClass().add("book-body");
    setLeft(side);
    setCenter(center);
    setBottom(dock);
    following =
        Subscription.combine(
            chapters.follow(),
            sentences.follow(),
            cast.follow(),
            dock.follow(),
            book.snapshotProperty().subscribe(this::show));
  }

  void release() {
    following.unsubscribe();
  }

  private HBox head(NarrateViewModel model) {
    Button back =
        Nodes.iconButton(MaterialDesignA.ARROW_LEFT, kit.text("narrate.back"), model::leaveBook);
    back.setId("leave-book");
    VBox words = Nodes.column(0, title, author);
    words.setMinWidth(0);
    Button details =
        Nodes.iconButton(
            MaterialDesignP.PENCIL_OUTLINE,
            kit.text("narrate.details"),
            () -> new DetailsPanel(book, kit).show());
    details.setId("book-details");
    Button export =
        Nodes.button(
            MaterialDesignE.EXPORT_VARIANT,
            kit.text("narrate.export"),
            () -> new AudiobookPanel(book, kit).show());
    export.setId("export-book");
    Runnable guard = () -> export.setDisable(book.work().state().isBusy());
    book.work().stateProperty().subscribe(guard);
    HBox head = Nodes.row(12, back, words, details, Nodes.spring(), export);
    head.getStyleClass().add("page-head");
    return head;
  }

  private void show(Snapshot snapshot) {
    title.setText(snapshot.metadata().title());
    author.setText(
        Optional.of(snapshot.metadata().author())
            .filter(name -> !name.isEmpty())
            .orElse(kit.text("narrate.author.unknown")));
  }
}
