package myna.ui.narrate;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/**
 * How far long work is: a sentence, a bar, and what else there is to say. It takes the room that is
 * left.
 */
final class DockProgress extends VBox {
  private final ProgressBar bar = new ProgressBar(0);
  private final Label status = Nodes.label("", "strong");
  private final Label more = Nodes.label("", "muted", "small");

  DockProgress(ViewKit kit) {
    super(6);
    bar.getStyleClass().add("thin");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(kit.text("narrate.progress"));
    setMinWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
    getChildren().addAll(status, bar, more);
  }

  /**
   * Shows how far it is.
   *
   * @param share in [0, 1]
   * @param rest "" where there is nothing else to say
   */
  void show(double share, String sentence, String rest) {
    bar.setProgress(share);
    status.setText(sentence);
    more.setText(rest);
    Nodes.show(more, !rest.isEmpty());
  }
}
