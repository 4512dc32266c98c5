package myna.ui.speak;

import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import javafx.util.converter.LongStringConverter;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** How it is spoken: speed, pauses, check and seed. */
final class MannerPane extends VBox {
  private static final double FINE = 0.05;

  private final Manner manner;
  private final ViewKit kit;
  private TextFormatter<Long> seeds;

  MannerPane(Manner manner, ViewKit kit) {
    this.manner = manner;
    this.kit = kit;
    getStyleClass().add("manner");
    CheckBox verify = new CheckBox(kit.text("speak.verify"));
    verify.setId("verify");
    verify.setWrapText(true);
    verify.selectedProperty().bindBidirectional(manner.verifyProperty());
    getChildren()
        .addAll(
            slider("speed", manner.speedProperty(), Manner.SLOWEST, Manner.FASTEST),
            slider("pauses", manner.pausesProperty(), 0, Manner.LONGEST_PAUSES),
            Nodes.column(
                4, verify, Nodes.paragraph(kit.text("speak.verify.hint"), "muted", "small")),
            seed());
  }

  /** Follows the seed until the subscription ends. */
  Subscription follow() {
    return manner.seedProperty().subscribe(number -> seeds.setValue(number.longValue()));
  }

  private VBox slider(String name, DoubleProperty value, double least, double most) {
    Slider slider = new Slider(least, most, value.get());
    slider.setId(name);
    slider.setBlockIncrement(FINE);
    slider.valueProperty().bindBidirectional(value);
    Label title = Nodes.label(kit.text("speak." + name), "strong");
    title.setLabelFor(slider);
    slider.setAccessibleText(title.getText());
    Label number = Nodes.label("", "muted");
    slider
        .valueProperty()
        .subscribe(
            now -> number.setText(kit.text("speak.times", Math.round(now.doubleValue() * 100))));
    Button normal =
        Nodes.iconButton(
            MaterialDesignU.UNDO_VARIANT, kit.text("speak.normal"), () -> value.set(1));
    normal.disableProperty().bind(value.isEqualTo(1, FINE / 4));
    return Nodes.column(6, Nodes.row(8, title, Nodes.spring(), number, normal), slider);
  }

  private VBox seed() {
    TextField field = new TextField();
    field.setId("seed");
    TextFormatter<Long> digits =
        new TextFormatter<>(
            new LongStringConverter(),
            manner.seedProperty().get(),
            change -> change.getControlNewText().matches("-?\\d{0,15}") ? change : null);
    field.setTextFormatter(digits);
    digits.valueProperty().subscribe(value -> manner.seedProperty().set(value == null ? 0 : value));
    seeds = digits;
    Label title = Nodes.label(kit.text("speak.seed"), "strong");
    title.setLabelFor(field);
    field.setAccessibleText(title.getText());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button dice =
        Nodes.iconButton(
            MaterialDesignD.DICE_5_OUTLINE,
            kit.text("speak.seed.other"),
            () -> manner.seedProperty().set(manner.seedProperty().get() + 1));
    dice.setId("dice");
    return Nodes.column(
        6,
        title,
        Nodes.row(8, field, dice),
        Nodes.paragraph(kit.text("speak.seed.hint"), "muted", "small"));
  }
}
