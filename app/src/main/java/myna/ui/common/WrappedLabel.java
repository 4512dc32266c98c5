package myna.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A label that breaks its lines within a width that it is told, up to a height. For cells of lists,
 * which ask for their height before they have a width.
 */
public final class WrappedLabel extends Label {
  private final double mostLines;

  /**
   * An empty label.
   *
   * @param mostLines more are cut off with an ellipsis
   */
  public WrappedLabel(int mostLines, String... styles) {
    this.mostLines = mostLines;
    getStyleClass().addAll(styles);
    setWrapText(true);
    setMinWidth(0);
  }

  /** Breaks the text within a width. */
  public void fit(double width) {
    if (width > 0) {
      setPrefHeight(Region.USE_COMPUTED_SIZE);
      applyCss();
      double line = Math.ceil(getFont().getSize() * 1.3);
      double height = Math.min(prefHeight(width), mostLines * line);
      setPrefWidth(width);
      setMinHeight(height);
      setPrefHeight(height);
      setMaxHeight(height);
    }
  }
}
