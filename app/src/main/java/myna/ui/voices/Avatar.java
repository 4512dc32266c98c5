package myna.ui.voices;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import myna.voice.Voice;

/** A voice as a disc of its colour with its initials. */
public final class Avatar extends StackPane {

  /**
   * The disc of a voice.
   *
   * @param diameter in pixels
   */
  public Avatar(Voice voice, double diameter) {
    getStyleClass().add("avatar");
    setMinSize(diameter, diameter);
    setMaxSize(diameter, diameter);
    Color colour = Color.web(voice.profile().colour());
    Label initials = new Label(initials(voice.name()));
    initials.setStyle(
        "-fx-font-size: %spx; -fx-text-fill: %s;"
            .formatted(Math.round(diameter * 0.38), isLight(colour) ? "#16191c" : "#ffffff"));
    setStyle("-fx-background-color: %s;".formatted(voice.profile().colour()));
    getChildren().add(initials);
    setAccessibleText(voice.name());
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.strip().split("[\\s_.-]+", -1)) {
      if (!word.isEmpty() && initials.length() < 2) {
        initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
      }
    }
    return initials.toString();
  }

  /** Whether dark words are read better on it than white ones: relative luminance above 0.18. */
  private static boolean isLight(Color colour) {
    double luminance =
        0.2126 * linear(colour.getRed())
            + 0.7152 * linear(colour.getGreen())
            + 0.0722 * linear(colour.getBlue());
    return luminance > 0.18;
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
