package myna.ui.narrate;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.narration.book.Block;
import myna.narration.project.LineEntry;
import myna.narration.project.Take;
import myna.ui.common.Nodes;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;
import myna.ui.common.WrappedLabel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** A sentence in the list: what it says, and how it stands. */
final class SentenceCell extends ListCell<LineEntry> {
  private static final PseudoClass HEARD = PseudoClass.getPseudoClass("heard");
  private static final double ROOM_BESIDE = 56;

  private final BookModel book;
  private final ViewKit kit;
  private final FontIcon icon = new FontIcon(MaterialDesignC.CIRCLE_OUTLINE);
  private final WrappedLabel words = new WrappedLabel(6, "line-text");
  private final Label about = Nodes.label("", "muted", "small");
  private final HBox row;
  private Subscription following = Subscription.EMPTY;

  SentenceCell(BookModel book, ViewKit kit) {
    this.book = book;
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
  protected void updateItem(LineEntry line, boolean empty) {
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
    words.setText(line.line().text());
    boolean heading = line.place().kind() == Block.Kind.HEADING;
    words.getStyleClass().remove("strong");
    if (heading) {
      words.getStyleClass().add("strong");
    }
    show(line);
    setGraphic(row);
    fit();
    following =
        book.heardProperty()
            .subscribe(
                heard ->
                    pseudoClassStateChanged(
                        HEARD, heard.isPresent() && heard.getAsLong() == line.id()));
  }

  private void show(LineEntry line) {
    long doubtful = line.take().map(Take::doubtfulWords).orElse(0L);
    String state = line.take().isEmpty() ? "waiting" : doubtful > 0 ? "doubtful" : "done";
    icon.setIconCode(icon(state));
    row.getStyleClass().removeAll("waiting", "doubtful", "done");
    row.getStyleClass().add(state);
    about.setText(
        line.take()
            .map(
                take ->
                    kit.text(
                        "narrate.line.about",
                        Times.fine(take.length().seconds()),
                        line.choice().retake() + 1,
                        line.choice().retakes() + 1,
                        doubtful))
            .orElse(kit.text("speak.line.waiting")));
    setAccessibleText(line.line().text() + " " + about.getText());
  }

  private static Ikon icon(String state) {
    return switch (state) {
      case "doubtful" -> MaterialDesignA.ALERT_OUTLINE;
      case "done" -> MaterialDesignV.VOLUME_HIGH;
      default -> MaterialDesignC.CIRCLE_OUTLINE;
    };
  }
}
