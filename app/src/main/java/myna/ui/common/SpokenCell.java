package myna.ui.common;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** A cell of a list of sentences: what each says, how it stands, and whether it is heard. */
public abstract class SpokenCell<T> extends ListCell<T> {
  private static final PseudoClass HEARD = PseudoClass.getPseudoClass("heard");
  private static final double ROOM_BESIDE = 56;

  /** The take that is chosen; {@code number} counts from 1. */
  public record Chosen(double seconds, int number, int takes, long doubtful) {}

  /** How a sentence stands; its name in small letters is its style class. */
  private enum State {
    WAITING,
    MAKING,
    DOUBTFUL,
    DONE;

    static State of(boolean making, Optional<Chosen> take) {
      return making
          ? MAKING
          : take.map(chosen -> chosen.doubtful() > 0 ? DOUBTFUL : DONE).orElse(WAITING);
    }

    Ikon icon() {
      return switch (this) {
        case WAITING -> MaterialDesignC.CIRCLE_OUTLINE;
        case MAKING -> MaterialDesignA.AUTORENEW;
        case DOUBTFUL -> MaterialDesignA.ALERT_OUTLINE;
        case DONE -> MaterialDesignV.VOLUME_HIGH;
      };
    }
  }

  private final ViewKit kit;
  private final FontIcon icon = new FontIcon();
  private final WrappedLabel words;
  private final Label about = Nodes.label("", "muted", "small");
  private final HBox row;
  private Subscription following = Subscription.EMPTY;

  /**
   * An empty cell.
   *
   * @param mostLines of a sentence that are shown
   */
  protected SpokenCell(ViewKit kit, int mostLines) {
    this.kit = kit;
    words = new WrappedLabel(mostLines, "line-text");
    getStyleClass().add("line-cell");
    VBox column = Nodes.grow(Nodes.column(2, words, about));
    column.setMinWidth(0);
    row = Nodes.row(10, icon, column);
    widthProperty().subscribe(this::fit);
    setPrefWidth(0);
  }

  private void fit() {
    words.fit(getWidth() - ROOM_BESIDE);
  }

  @Override
  protected final void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    following.unsubscribe();
    following = Subscription.EMPTY;
    setText(null);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      hear(false);
      return;
    }
    words.setText(words(item));
    words.getStyleClass().remove("strong");
    if (isHeading(item)) {
      words.getStyleClass().add("strong");
    }
    setGraphic(row);
    fit();
    following = follow(item);
  }

  /** What a sentence says. */
  protected abstract String words(T item);

  /** Whether a sentence is a heading; none is where this is not told. */
  protected boolean isHeading(T item) {
    return false;
  }

  /** Tells how a sentence stands and whether it is heard, until the subscription ends. */
  protected abstract Subscription follow(T item);

  /** Shows how the sentence stands; no take where there is none yet. */
  protected final void show(boolean making, Optional<Chosen> take) {
    State state = State.of(making, take);
    icon.setIconCode(state.icon());
    row.getStyleClass().setAll("row", "line-row", state.name().toLowerCase(Locale.ROOT));
    about.setText(
        take.map(
                chosen ->
                    kit.text(
                        "line.about",
                        Times.fine(chosen.seconds()),
                        chosen.number(),
                        chosen.takes(),
                        chosen.doubtful()))
            .orElseGet(() -> kit.messages().of("line", state)));
    setAccessibleText(words.getText() + " " + about.getText());
  }

  /** Shows whether the sentence is heard. */
  protected final void hear(boolean heard) {
    pseudoClassStateChanged(HEARD, heard);
  }
}
