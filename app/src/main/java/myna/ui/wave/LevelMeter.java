package myna.ui.wave;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/**
 * How loud it is now, as a bar. The bar has the style class {@code level}, and {@code low} or
 * {@code hot} where the level is no good.
 */
public final class LevelMeter extends Region {
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  private static final PseudoClass HOT = PseudoClass.getPseudoClass("hot");
  private static final double LEAST_DB = -60;
  private static final double LOW_DB = -34;
  private static final double HOT_DB = -3;

  private final DoubleProperty level = new SimpleDoubleProperty(this, "level", LEAST_DB);
  private final Region bar = new Region();

  /** A silent one. */
  public LevelMeter() {
    getStyleClass().add("level-meter");
    bar.getStyleClass().add("level");
    getChildren().add(bar);
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    level.subscribe(this::change);
  }

  /** The level in dB relative to full scale; shown from -60 up. */
  public DoubleProperty levelProperty() {
    return level;
  }

  private void change() {
    bar.pseudoClassStateChanged(LOW, level.get() < LOW_DB);
    bar.pseudoClassStateChanged(HOT, level.get() > HOT_DB);
    setNeedsLayout(true);
  }

  @Override
  protected void layoutChildren() {
    double share = Math.clamp((level.get() - LEAST_DB) / -LEAST_DB, 0, 1);
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    double height = getHeight() - snappedTopInset() - snappedBottomInset();
    bar.resizeRelocate(snappedLeftInset(), snappedTopInset(), width * share, height);
  }
}
