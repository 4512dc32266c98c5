package myna.ui.narrate;

import myna.ui.common.PageView;
import myna.ui.common.ViewKit;

/** The narrate page: the shelf, or the book that is open. */
public final class NarrateView extends PageView {

  /** The page of a model. */
  public NarrateView(NarrateViewModel model, ViewKit kit) {
    getStyleClass().add("narrate");
    ShelfPane shelf = new ShelfPane(model, kit);
    keep(shelf.follow());
    BookPane[] shown = new BookPane[1];
    keep(
        model
            .bookProperty()
            .subscribe(
                book -> {
                  if (shown[0] != null) {
                    shown[0].release();
                  }
                  shown[0] = book == null ? null : new BookPane(model, book, kit);
                  setCenter(book == null ? shelf : shown[0]);
                }));
    keep(
        () -> {
          if (shown[0] != null) {
            shown[0].release();
          }
        });
  }
}
