package myna.ui.voices;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.voice.Voice;

/** Colours to tell a voice by. */
final class ColourRow extends HBox {
  private static final List<String> COLOURS =
      List.of(
          "#4c78a8", "#f58518", "#54a24b", "#e45756", "#72b7b2", "#b279a2", "#eeca3b", "#9d755d");
  private static final List<String> NAMES =
      List.of("blue", "orange", "green", "red", "teal", "purple", "yellow", "brown");

  ColourRow(VoicesViewModel model, Voice voice, ViewKit kit) {
    super(6);
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < COLOURS.size(); i++) {
      String colour = COLOURS.get(i);
      ToggleButton swatch = new ToggleButton();
      swatch.getStyleClass().setAll("swatch");
      swatch.setStyle("-myna-swatch: " + colour + ";");
      swatch.setToggleGroup(group);
      swatch.setSelected(colour.equals(voice.profile().colour()));
      Nodes.name(swatch, kit.text("colour." + NAMES.get(i)));
      swatch.setOnAction(event -> model.colour(voice, colour));
      getChildren().add(swatch);
    }
  }
}
