package myna.ui.narrate;

import javafx.util.Subscription;
import myna.ui.common.PageView;
import myna.ui.common.ViewKit;

/** The narrate page: the shelf, or the book or the subtitles that are open. */
public final class NarrateView extends PageView {
  private final NarrateViewModel model;
  private final ViewKit kit;
  private final ShelfPane shelf;
  private Subscription shown = Subscription.EMPTY;

  /** The page of a model. */
  public NarrateView(NarrateViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    shelf = new ShelfPane(model, kit);
    getStyleClass().add("narrate");
    keep(shelf.follow());
    keep(model.bookProperty().subscribe(this::show));
    keep(model.dubbingProperty().subscribe(this::show));
    keep(() -> shown.unsubscribe());
    show();
  }

  private void show() {
    shown.unsubscribe();
    shown = Subscription.EMPTY;
    if (model.dubbingProperty().get() != null) {
      DubPane subtitles = new DubPane(model, model.dubbingProperty().get(), kit);
      shown = subtitles::release;
      setCenter(subtitles);
    } else if (model.bookProperty().get() != null) {
      BookPane book = new BookPane(model, model.bookProperty().get(), kit);
      shown = book::release;
      setCenter(book);
    } else {
      setCenter(shelf);
    }
  }
}
