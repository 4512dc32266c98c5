package myna.ui.speak;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import myna.speech.Quality;
import myna.ui.common.ViewKit;

/** Draft, good or best, with the numbers of steps and takes behind each. */
final class QualityBar extends HBox {

  private final SpeakViewModel model;
  private final Map<Quality, ToggleButton> buttons = new EnumMap<>(Quality.class);

  QualityBar(SpeakViewModel model, ViewKit kit) {
    this.model = model;
    getStyleClass().add("quality");
    setAccessibleText(kit.text("speak.quality"));
    ToggleGroup group = new ToggleGroup();
    for (Quality quality : Quality.values()) {
      ToggleButton button = new ToggleButton(kit.messages().of("quality", quality));
      button.setId("quality-" + quality.name());
      button
          .getStyleClass()
          .add(
              switch (quality) {
                case DRAFT -> Styles.LEFT_PILL;
                case GOOD -> Styles.CENTER_PILL;
                case BEST -> Styles.RIGHT_PILL;
              });
      button.setToggleGroup(group);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            model.manner().qualityProperty().set(quality);
          });
      model.usualSteps(
          steps -> {
            String numbers = kit.text("speak.steps", quality.steps(steps), quality.takes());
            button.setTooltip(new Tooltip(numbers));
            button.setAccessibleHelp(numbers);
          });
      buttons.put(quality, button);
      getChildren().add(button);
    }
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    return model
        .manner()
        .qualityProperty()
        .subscribe(chosen -> buttons.get(chosen).setSelected(true));
  }
}
