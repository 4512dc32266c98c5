package myna.ui.wave;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import myna.audio.Spectrogram;

/**
 * What a sound is made of over time: low bands at the bottom, louder is further from the ground
 * colour. Colours {@code -ground} and {@code -ink}.
 */
public final class SpectrogramView extends Drawing {
  private static final StyleablePropertyFactory<SpectrogramView> STYLES =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final int SHADES = 256;
  private static final double LOUDEST_DB = -20;
  private static final double QUIETEST_DB = -85;

  private final StyleableProperty<Color> ground =
      STYLES.createStyleableColorProperty(this, "ground", "-ground", view -> view.ground);
  private final StyleableProperty<Color> ink =
      STYLES.createStyleableColorProperty(this, "ink", "-ink", view -> view.ink);
  private final ObjectProperty<Spectrogram> spectrogram =
      new SimpleObjectProperty<>(this, "spectrogram");
  private final DoubleProperty position = new SimpleDoubleProperty(this, "position", -1);
  private WritableImage picture;

  /** An empty one. */
  public SpectrogramView() {
    getStyleClass().add("spectrogram");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    spectrogram.subscribe(this::repaint);
    position.subscribe(this::redraw);
    observe(ground);
    observe(ink);
  }

  /** What is drawn; null for nothing. */
  public ObjectProperty<Spectrogram> spectrogramProperty() {
    return spectrogram;
  }

  /** What is heard now; negative where nothing is. */
  public DoubleProperty positionProperty() {
    return position;
  }

  private void observe(StyleableProperty<Color> colour) {
    ((ObservableValue<?>) colour).subscribe(this::repaint);
  }

  private void repaint() {
    picture = null;
    redraw();
  }

  @Override
  void draw(GraphicsContext pen, double width, double height) {
    Spectrogram data = spectrogram.get();
    if (data == null || data.frames() == 0) {
      return;
    }
    if (picture == null) {
      picture = paint(data);
    }
    pen.setImageSmoothing(true);
    pen.drawImage(picture, 0, 0, width, height);
    if (position.get() >= 0) {
      pen.setFill(ink.getValue());
      pen.fillRect(Math.clamp(position.get(), 0, 1) * (width - 2), 0, 2, height);
    }
  }

  private WritableImage paint(Spectrogram data) {
    int[] ramp = ramp();
    int[] pixels = new int[data.frames() * data.bands()];
    for (int f = 0; f < data.frames(); f++) {
      for (int b = 0; b < data.bands(); b++) {
        double share = (data.levels()[f][b] - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB);
        int row = data.bands() - 1 - b;
        pixels[row * data.frames() + f] = ramp[(int) (Math.clamp(share, 0, 1) * (SHADES - 1))];
      }
    }
    WritableImage image = new WritableImage(data.frames(), data.bands());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            data.frames(),
            data.bands(),
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            data.frames());
    return image;
  }

  /** From the ground's colour to the ink's, as ARGB. */
  private int[] ramp() {
    int[] ramp = new int[SHADES];
    for (int i = 0; i < SHADES; i++) {
      Color colour = ground.getValue().interpolate(ink.getValue(), i / (SHADES - 1.0));
      ramp[i] =
          0xff << 24
              | (int) Math.round(colour.getRed() * 255) << 16
              | (int) Math.round(colour.getGreen() * 255) << 8
              | (int) Math.round(colour.getBlue() * 255);
    }
    return ramp;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return STYLES.getCssMetaData();
  }
}
