package myna.ui.speak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import myna.text.Span;

/**
 * A text area that shows spans of its text: the word that is heard, marks, and problems.
 *
 * <p>Decorations lie behind the text, which stays a plain text area for keyboard and screen reader.
 */
final class TextEditor extends StackPane {
  /** How a span is shown; the name in lower case is its style class. */
  enum Style {
    LINE,
    WORD,
    MARK,
    PROBLEM
  }

  /**
   * A span to show.
   *
   * @param span of the text
   */
  record Decoration(Span span, Style style) {}

  private static final double WAVE = 2;

  private final TextArea area = new TextArea();
  private final Pane behind = new Pane();
  private final Rectangle clip = new Rectangle();
  private final ObjectProperty<List<Decoration>> decorations =
      new SimpleObjectProperty<>(this, "decorations", List.of());

  TextEditor() {
    getStyleClass().add("text-editor");
    behind.setMouseTransparent(true);
    behind.setClip(clip);
    area.setWrapText(true);
    getChildren().addAll(behind, area);
    decorations.subscribe(this::requestLayout);
    area.textProperty().subscribe(this::requestLayout);
    area.scrollTopProperty().subscribe(this::requestLayout);
    area.fontProperty().subscribe(this::requestLayout);
  }

  TextArea area() {
    return area;
  }

  /** What is shown besides the text. Spans that do not lie in the text are passed over. */
  ObjectProperty<List<Decoration>> decorationsProperty() {
    return decorations;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    area.layout();
    behind.getChildren().clear();
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    shownText().ifPresent(this::draw);
  }

  /** The node that draws the text; the prompt has one of its own, which looks the same. */
  private Optional<Text> shownText() {
    return area.lookupAll(".text").stream()
        .filter(node -> node instanceof Text text && text.getText().equals(area.getText()))
        .map(Text.class::cast)
        .findFirst();
  }

  private void draw(Text text) {
    Point2D origin = behind.sceneToLocal(text.localToScene(0, 0));
    int length = text.getText().length();
    for (Decoration decoration : decorations.get()) {
      if (decoration.span().end() <= length && decoration.span().length() > 0) {
        draw(decoration, text, origin);
      }
    }
  }

  private void draw(Decoration decoration, Text text, Point2D origin) {
    int start = decoration.span().start();
    int end = decoration.span().end();
    List<Path> paths = new ArrayList<>();
    for (PathElement[] row : rows(text.rangeShape(start, end))) {
      Path path = new Path(row);
      Bounds bounds = path.getBoundsInLocal();
      if (origin.getY() + bounds.getMaxY() < 0 || origin.getY() + bounds.getMinY() > getHeight()) {
        continue;
      }
      paths.add(decoration.style() == Style.PROBLEM ? wave(bounds) : path);
    }
    for (Path path : paths) {
      path.getStyleClass().addAll("decoration", decoration.style().name().toLowerCase(Locale.ROOT));
      path.setTranslateX(origin.getX());
      path.setTranslateY(origin.getY());
      path.setManaged(false);
      behind.getChildren().add(path);
    }
  }

  /** The rectangles of a range, one per row of text. */
  private static List<PathElement[]> rows(PathElement[] shape) {
    List<PathElement[]> rows = new ArrayList<>();
    List<PathElement> row = new ArrayList<>();
    for (PathElement element : shape) {
      if (element instanceof MoveTo && !row.isEmpty()) {
        rows.add(row.toArray(PathElement[]::new));
        row.clear();
      }
      row.add(element);
    }
    if (!row.isEmpty()) {
      rows.add(row.toArray(PathElement[]::new));
    }
    return rows;
  }

  /** A wavy line below. */
  private static Path wave(Bounds bounds) {
    Path wave = new Path(new MoveTo(bounds.getMinX(), bounds.getMaxY()));
    boolean up = true;
    for (double x = bounds.getMinX() + WAVE; x <= bounds.getMaxX(); x += WAVE) {
      wave.getElements().add(new LineTo(x, bounds.getMaxY() - (up ? WAVE : 0)));
      up = !up;
    }
    return wave;
  }

  /** Everything that is drawn behind the text, for tests. */
  List<Node> drawn() {
    return List.copyOf(behind.getChildren());
  }
}
