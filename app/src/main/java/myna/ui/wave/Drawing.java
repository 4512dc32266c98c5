package myna.ui.wave;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A canvas as large as its region, drawn at most once per frame. */
abstract class Drawing extends Region {
  private final Canvas canvas = new Canvas();

  Drawing() {
    getChildren().add(canvas);
    canvas.setMouseTransparent(true);
  }

  /** Draws anew before the next frame. */
  final void redraw() {
    setNeedsLayout(true);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset());
    double height = Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset());
    canvas.setWidth(width);
    canvas.setHeight(height);
    canvas.relocate(snappedLeftInset(), snappedTopInset());
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, width, height);
    if (width > 0 && height > 0) {
      draw(pen, width, height);
    }
  }

  /** Draws on an empty canvas. */
  abstract void draw(GraphicsContext pen, double width, double height);

  /** The share of the width at which a point of this region lies. */
  final double share(double x) {
    return Math.clamp((x - snappedLeftInset()) / Math.max(1, canvas.getWidth()), 0, 1);
  }
}
