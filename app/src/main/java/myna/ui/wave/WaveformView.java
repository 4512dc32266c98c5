package myna.ui.wave;

import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ListProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleListProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import myna.audio.Waveform;

/**
 * The outline of a sound, with what was heard of it in another colour.
 *
 * <p>A click, or the arrow keys, ask the owner to go to another place. Looks are set by style
 * classes and the colours {@code -wave}, {@code -wave-played}, {@code -wave-quiet} and {@code
 * -wave-mark}.
 */
public final class WaveformView extends Drawing {
  private static final StyleablePropertyFactory<WaveformView> STYLES =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final double BAR = 2;
  private static final double GAP = 1;
  private static final double KEY_STEP = 0.02;

  private final StyleableProperty<Paint> wave =
      STYLES.createStyleablePaintProperty(this, "wave", "-wave", view -> view.wave);
  private final StyleableProperty<Paint> played =
      STYLES.createStyleablePaintProperty(this, "played", "-wave-played", view -> view.played);
  private final StyleableProperty<Paint> quiet =
      STYLES.createStyleablePaintProperty(this, "quiet", "-wave-quiet", view -> view.quiet);
  private final StyleableProperty<Paint> mark =
      STYLES.createStyleablePaintProperty(this, "mark", "-wave-mark", view -> view.mark);

  private final ObjectProperty<Waveform> waveform =
      new SimpleObjectProperty<>(this, "waveform", new Waveform(new float[1], new float[1]));
  private final DoubleProperty position = new SimpleDoubleProperty(this, "position", -1);
  private final DoubleProperty from = new SimpleDoubleProperty(this, "from", 0);
  private final DoubleProperty to = new SimpleDoubleProperty(this, "to", 1);
  private final ListProperty<Double> borders =
      new SimpleListProperty<>(this, "borders", FXCollections.observableArrayList());
  private DoubleConsumer onSeek = place -> {};

  /** An empty one. */
  public WaveformView() {
    getStyleClass().add("waveform");
    setAccessibleRole(AccessibleRole.SLIDER);
    List.of(waveform, position, from, to).forEach(each -> each.subscribe(this::redraw));
    borders.subscribe(this::redraw);
    List.of(wave, played, quiet, mark)
        .forEach(each -> ((ObservableValue<?>) each).subscribe(this::redraw));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::seek);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
  }

  /** What is drawn. */
  public ObjectProperty<Waveform> waveformProperty() {
    return waveform;
  }

  /** What is heard now; negative where nothing is. */
  public DoubleProperty positionProperty() {
    return position;
  }

  /** Where the part begins that counts; what lies before is drawn quietly. */
  public DoubleProperty fromProperty() {
    return from;
  }

  /** Where the part ends that counts. */
  public DoubleProperty toProperty() {
    return to;
  }

  /** Fine lines, such as between two sentences. */
  public ListProperty<Double> bordersProperty() {
    return borders;
  }

  /** Lets the user go to a place by mouse and keyboard. */
  public void setOnSeek(DoubleConsumer seek) {
    onSeek = seek;
    setFocusTraversable(true);
  }

  private void seek(MouseEvent event) {
    if (isFocusTraversable()) {
      requestFocus();
      onSeek.accept(share(event.getX()));
    }
  }

  private void step(KeyEvent event) {
    double now = Math.max(0, position.get());
    double target =
        switch (event.getCode()) {
          case LEFT -> now - KEY_STEP;
          case RIGHT -> now + KEY_STEP;
          case HOME -> from.get();
          default -> Double.NaN;
        };
    if (!Double.isNaN(target)) {
      event.consume();
      onSeek.accept(Math.clamp(target, 0, 1));
    }
  }

  @Override
  void draw(GraphicsContext pen, double width, double height) {
    Waveform shape = waveform.get();
    int columns = shape.low().length;
    double middle = height / 2;
    int bars = (int) (width / (BAR + GAP));
    for (int bar = 0; bar < bars; bar++) {
      int first = (int) ((long) bar * columns / bars);
      int last = Math.max(first + 1, (int) ((bar + 1L) * columns / bars));
      float low = 0;
      float high = 0;
      for (int c = first; c < last; c++) {
        low = Math.min(low, shape.low()[c]);
        high = Math.max(high, shape.high()[c]);
      }
      double top = middle - high * middle;
      double size = Math.max(BAR, (high - low) * middle);
      pen.setFill(colour((bar + 0.5) / bars));
      pen.fillRoundRect(bar * (BAR + GAP), Math.min(top, height - size), BAR, size, BAR, BAR);
    }
    lines(pen, width, height);
  }

  private void lines(GraphicsContext pen, double width, double height) {
    pen.setFill(quiet.getValue());
    for (double border : borders) {
      pen.fillRect(Math.rint(border * width), 0, 1, height);
    }
    if (position.get() >= 0) {
      pen.setFill(mark.getValue());
      pen.fillRect(Math.clamp(position.get(), 0, 1) * (width - 2), 0, 2, height);
    }
  }

  private Paint colour(double place) {
    if (place < from.get() || place > to.get()) {
      return quiet.getValue();
    }
    return place <= position.get() ? played.getValue() : wave.getValue();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return STYLES.getCssMetaData();
  }
}
