package myna.ui.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown where there is nothing yet: what this place is for, and how to begin. */
public final class EmptyState extends VBox {

  /**
   * A place where there is nothing yet.
   *
   * @param icon what it is about
   * @param title in few words
   * @param text one or two sentences
   * @param actions buttons to begin with
   */
  public EmptyState(Ikon icon, String title, String text, Node... actions) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    FontIcon picture = new FontIcon(icon);
    picture.getStyleClass().add("empty-icon");
    var heading = Nodes.label(title, "heading");
    var body = Nodes.paragraph(text, "muted", "centered");
    body.setMaxWidth(440);
    getChildren().addAll(picture, heading, body);
    if (actions.length > 0) {
      HBox row = Nodes.row(10, actions);
      row.getStyleClass().addAll("middle", "empty-actions");
      getChildren().add(row);
    }
  }
}
