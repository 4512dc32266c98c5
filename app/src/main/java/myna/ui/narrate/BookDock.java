package myna.ui.narrate;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import myna.narration.Estimate;
import myna.narration.render.RenderProgress;
import myna.ui.common.Nodes;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Narrate, pause and stop; how far it is, how long it will take and how long it will sound. */
final class BookDock extends HBox {
  private final BookModel book;
  private final ViewKit kit;
  private final Button narrate;
  private final Button stop;
  private final DockProgress shown;

  BookDock(BookModel book, ViewKit kit) {
    this.book = book;
    this.kit = kit;
    getStyleClass().addAll("dock", "row");
    narrate = Nodes.iconButton(MaterialDesignP.PLAY, kit.text("narrate.start"), this::press);
    narrate.setId("narrate");
    narrate.getStyleClass().removeAll("flat");
    narrate.getStyleClass().addAll("round", "accent");
    stop = Nodes.iconButton(MaterialDesignS.STOP, kit.text("narrate.stop"), book.work()::stop);
    stop.setId("stop-book");
    shown = new DockProgress(kit);
    getChildren().addAll(narrate, stop, shown);
  }

  /** Follows the book until the subscription ends. */
  Subscription follow() {
    show();
    return Subscription.combine(
        book.work().stateProperty().subscribe(this::show),
        book.work().progressProperty().subscribe(this::show),
        book.work().exportedProperty().subscribe(this::show),
        book.snapshotProperty().subscribe(this::show));
  }

  private void press() {
    switch (book.work().state()) {
      case IDLE -> book.narrate();
      case RENDERING, PAUSED -> book.work().togglePause();
      case WAITING, EXPORTING -> {}
    }
  }

  private void show() {
    BookWork.State state = book.work().state();
    boolean rendering = state == BookWork.State.RENDERING;
    narrate.setGraphic(new FontIcon(rendering ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
    Nodes.name(
        narrate,
        kit.text(
            rendering
                ? "narrate.pause"
                : state == BookWork.State.PAUSED ? "narrate.resume" : "narrate.start"));
    Estimate estimate = book.snapshot().estimate();
    boolean complete = estimate.sentences() > 0 && estimate.finished() == estimate.sentences();
    narrate.setDisable(
        state == BookWork.State.WAITING
            || state == BookWork.State.EXPORTING
            || (state == BookWork.State.IDLE && complete));
    stop.setDisable(!state.isBusy());
    Optional<RenderProgress> progress = book.work().progressProperty().get();
    shown.show(
        state.isBusy()
            ? BookProgress.share(book.work(), progress)
            : estimate.sentences() == 0 ? 0 : (double) estimate.finished() / estimate.sentences(),
        state.isBusy()
            ? BookProgress.sentence(kit, book.work())
            : kit.text("narrate.dock.idle", estimate.finished(), estimate.sentences()),
        length(estimate, progress));
  }

  private String length(Estimate estimate, Optional<RenderProgress> progress) {
    String sound = kit.text("narrate.dock.length", Times.clock(estimate.soundSeconds()));
    return progress
        .map(RenderProgress::realTimeFactor)
        .filter(factor -> factor > 0 && estimate.openSeconds() > 0)
        .map(
            factor ->
                sound
                    + " · "
                    + kit.text("narrate.dock.time", Times.clock(estimate.openSeconds() * factor)))
        .orElse(sound);
  }
}
