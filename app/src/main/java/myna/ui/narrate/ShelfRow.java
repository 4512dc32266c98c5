package myna.ui.narrate;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.narration.book.Cover;
import myna.narration.project.ChapterEntry;
import myna.narration.project.ProjectArchive;
import myna.narration.render.RenderProgress;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.Question;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** A book on the shelf. */
final class ShelfRow extends HBox {
  private static final double COVER_WIDTH = 48;
  private static final double COVER_HEIGHT = 64;

  private final Shelf.Book book;
  private final ViewKit kit;
  private final Label status = Nodes.label("", "muted", "small");
  private final ProgressBar bar = new ProgressBar(0);
  private final Optional<BookWork> work;
  private final Subscription following;

  ShelfRow(NarrateViewModel model, Shelf.Book book, ViewKit kit) {
    this.book = book;
    this.kit = kit;
    getStyleClass().addAll("card", "row", "shelf-row");
    bar.getStyleClass().add("thin");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(kit.text("narrate.progress"));
    Label title = Nodes.label(book.title(), "heading");
    Label author = Nodes.label(book.metadata().author(), "muted");
    Nodes.show(author, !book.metadata().author().isEmpty());
    VBox words = Nodes.column(4, title, author, bar, status);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button open = Nodes.button(kit.text("narrate.open"), () -> model.open(book));
    open.getStyleClass().add("open-book");
    open.setAccessibleText(kit.text("narrate.open.named", book.title()));
    open.setDisable(book.condition() != Shelf.Condition.READY);
    Button remove =
        Nodes.iconButton(
            MaterialDesignT.TRASH_CAN_OUTLINE,
            kit.text("narrate.delete.named", book.title()),
            () -> ask(model));
    remove.getStyleClass().add("delete-book");
    remove.setDisable(book.condition() == Shelf.Condition.IN_USE);
    getChildren().addAll(cover(), words, open, sharing(model), remove);
    work = model.work(book.folder());
    following =
        work.map(
                running ->
                    Subscription.combine(
                        running.stateProperty().subscribe(this::show),
                        running.progressProperty().subscribe(this::show),
                        running.exportedProperty().subscribe(this::show)))
            .orElse(Subscription.EMPTY);
    show();
  }

  private Button sharing(NarrateViewModel model) {
    Button share =
        Nodes.iconButton(
            MaterialDesignE.EXPORT_VARIANT,
            kit.text("narrate.share.named", book.title()),
            () ->
                kit.files()
                    .save(Sort.PROJECT, book.folder().getFileName() + ProjectArchive.EXTENSION)
                    .ifPresent(file -> model.share(book, file)));
    share.getStyleClass().add("share-book");
    share.setDisable(book.condition() != Shelf.Condition.READY);
    return share;
  }

  void release() {
    following.unsubscribe();
  }

  private Node cover() {
    StackPane frame = new StackPane();
    frame.getStyleClass().add("cover");
    frame.setMinSize(COVER_WIDTH, COVER_HEIGHT);
    frame.setMaxSize(COVER_WIDTH, COVER_HEIGHT);
    Optional<Image> image =
        book.cover()
            .map(Cover::bytes)
            .map(ByteArrayInputStream::new)
            .map(in -> new Image(in, 2 * COVER_WIDTH, 2 * COVER_HEIGHT, true, true))
            .filter(picture -> !picture.isError());
    if (image.isPresent()) {
      ImageView view = new ImageView(image.get());
      view.setFitWidth(COVER_WIDTH);
      view.setFitHeight(COVER_HEIGHT);
      view.setPreserveRatio(true);
      frame.getChildren().add(view);
    } else {
      frame.getChildren().add(new FontIcon(MaterialDesignB.BOOK_OPEN_PAGE_VARIANT_OUTLINE));
    }
    return frame;
  }

  private void show() {
    ChapterEntry.Work done = book.work();
    boolean ready = book.condition() == Shelf.Condition.READY;
    Nodes.show(bar, ready);
    if (!ready) {
      status.setText(kit.messages().of("narrate.condition", book.condition()));
      return;
    }
    Optional<RenderProgress> progress = work.flatMap(each -> each.progressProperty().get());
    boolean busy = work.map(each -> each.state().isBusy()).orElse(false);
    if (busy) {
      bar.setProgress(BookProgress.share(work.orElseThrow(), progress));
      status.setText(BookProgress.sentence(kit, work.orElseThrow()));
    } else {
      bar.setProgress(done.lines() == 0 ? 0 : (double) done.finished() / done.lines());
      status.setText(
          kit.text(
              "narrate.shelf.status", done.finished(), done.lines(), Times.clock(done.seconds())));
    }
  }

  private void ask(NarrateViewModel model) {
    kit.dialogs()
        .ask(
            new Question(
                kit.text("narrate.delete.title", book.title()),
                kit.text("narrate.delete.text"),
                kit.text("narrate.delete.yes"),
                true),
            () -> model.delete(book));
  }
}
