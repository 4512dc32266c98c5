package myna.ui.speak;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;
import myna.ui.common.WrappedLabel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** A line in the list: what it says, how it stands, how long it is. */
final class LineCell extends ListCell<Line> {
  private static final PseudoClass HEARD = PseudoClass.getPseudoClass("heard");
  private static final double ROOM_BESIDE = 54;

  private final SpeakViewModel model;
  private final ViewKit kit;
  private final FontIcon icon = new FontIcon(MaterialDesignC.CIRCLE_OUTLINE);
  private final WrappedLabel words = new WrappedLabel(2, "line-text");
  private final Label about = Nodes.label("", "muted", "small");
  private final HBox row;
  private Subscription following = Subscription.EMPTY;

  LineCell(SpeakViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    getStyleClass().add("line-cell");
    VBox column = Nodes.column(2, words, about);
    column.setMinWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    row = Nodes.row(10, icon, column);
    row.getStyleClass().add("line-row");
    widthProperty().subscribe(this::fit);
    setPrefWidth(0);
  }

  private void fit() {
    words.fit(getWidth() - ROOM_BESIDE);
  }

  @Override
  protected void updateItem(Line line, boolean empty) {
    super.updateItem(line, empty);
    following.unsubscribe();
    following = Subscription.EMPTY;
    setText(null);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      pseudoClassStateChanged(HEARD, false);
      return;
    }
    words.setText(line.text().strip().replaceAll("\\s+", " "));
    setGraphic(row);
    fit();
    following =
        Subscription.combine(
            line.makingProperty().subscribe(making -> show(line)),
            line.chosenProperty().subscribe(take -> show(line)),
            model
                .currentLineProperty()
                .subscribe(heard -> pseudoClassStateChanged(HEARD, line.equals(heard))));
  }

  private void show(Line line) {
    Take take = line.chosen();
    boolean doubt = take != null && !take.doubtful().isEmpty();
    String state =
        line.makingProperty().get()
            ? "making"
            : take == null ? "waiting" : doubt ? "doubtful" : "done";
    icon.setIconCode(icon(state));
    row.getStyleClass().removeAll("making", "waiting", "doubtful", "done");
    row.getStyleClass().add(state);
    about.setText(
        take == null
            ? kit.text("speak.line." + state)
            : kit.text(
                "speak.line.about",
                Times.fine(take.seconds()),
                take.number(),
                line.takes().size(),
                take.doubtful().size()));
    setAccessibleText(line.text() + " " + about.getText());
  }

  private static Ikon icon(String state) {
    return switch (state) {
      case "making" -> MaterialDesignA.AUTORENEW;
      case "doubtful" -> MaterialDesignA.ALERT_OUTLINE;
      case "done" -> MaterialDesignV.VOLUME_HIGH;
      default -> MaterialDesignC.CIRCLE_OUTLINE;
    };
  }
}
