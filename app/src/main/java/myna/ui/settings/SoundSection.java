package myna.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Choices;
import myna.ui.common.ViewKit;

/** Microphone and loudspeaker, and what files of sound carry. */
final class SoundSection extends VBox {
  private final SettingsViewModel model;
  private final ComboBox<String> input;
  private final ComboBox<String> output;

  SoundSection(SettingsViewModel model, ViewKit kit) {
    this.model = model;
    getStyleClass().add("card");
    input = box(kit, model.inputProperty(), "input");
    output = box(kit, model.outputProperty(), "output");
    getChildren()
        .addAll(
            new SettingRow(kit, "settings.input", input),
            new SettingRow(kit, "settings.output", output),
            new SettingRow(kit, "settings.watermark", watermark(kit)));
  }

  /** Looks for devices, and follows what is found until the subscription ends. */
  Subscription follow() {
    model.lookForDevices();
    return model
        .devicesProperty()
        .subscribe(
            devices -> {
              fill(input, devices.inputs());
              fill(output, devices.outputs());
            });
  }

  private CheckBox watermark(ViewKit kit) {
    CheckBox box = new CheckBox(kit.text("settings.watermark.on"));
    box.setId("watermark");
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setSelected(model.watermarkProperty().get());
    box.selectedProperty().subscribe(on -> model.watermarkProperty().set(on));
    return box;
  }

  private static ComboBox<String> box(ViewKit kit, ObjectProperty<String> choice, String id) {
    ComboBox<String> box =
        Choices.of(
            List.of(""), name -> name.isEmpty() ? kit.text("settings.sound.system") : name, choice);
    box.setId(id);
    return box;
  }

  /** The chosen device stays in the list while it is not connected. */
  private static void fill(ComboBox<String> box, List<String> devices) {
    List<String> all = new ArrayList<>();
    all.add("");
    all.addAll(devices);
    if (!all.contains(box.getValue())) {
      all.add(box.getValue());
    }
    ObservableList<String> items = box.getItems();
    if (!items.equals(all)) {
      String chosen = box.getValue();
      items.setAll(all);
      box.setValue(chosen);
    }
  }
}
