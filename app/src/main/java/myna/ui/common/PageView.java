package myna.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/** The view of a page. It lets go of its ViewModel when another takes its place. */
public abstract class PageView extends BorderPane {
  private final List<Subscription> kept = new ArrayList<>();

  protected PageView() {
    getStyleClass().add("page");
  }

  /** Ends the subscription together with this view. */
  protected final void keep(Subscription subscription) {
    kept.add(subscription);
  }

  /** Lets go of everything the view watches. */
  public final void release() {
    kept.forEach(Subscription::unsubscribe);
    kept.clear();
  }
}
