package myna.ui.narrate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.voice.Voice;

/** Rows that ask for the voice of a role. */
final class VoiceRows {
  private final List<Voice> voices;
  private final ViewKit kit;

  VoiceRows(List<Voice> voices, ViewKit kit) {
    this.voices = voices;
    this.kit = kit;
  }

  /**
   * A row.
   *
   * @param voice that is chosen, or ""
   * @param optional whether the role may be left to the narrator
   * @param choose told another, or ""
   */
  HBox role(String id, String name, String voice, boolean optional, Consumer<String> choose) {
    List<String> names = new ArrayList<>();
    if (optional) {
      names.add("");
    }
    voices.forEach(each -> names.add(each.name()));
    if (!voice.isEmpty() && !names.contains(voice)) {
      names.add(voice);
    }
    ComboBox<String> box = box(names, optional ? "narrate.cast.like" : "speak.voice.none", voice);
    box.setId("cast-" + id);
    box.setAccessibleText(name);
    box.setOnAction(event -> choose.accept(box.getValue()));
    return setting(name, box);
  }

  private ComboBox<String> box(List<String> names, String emptyKey, String value) {
    ComboBox<String> box = new ComboBox<>();
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String item) {
            return item == null || item.isEmpty() ? kit.text(emptyKey) : item;
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
          }
        });
    box.getItems().setAll(names);
    box.setValue(value);
    return box;
  }

  /** A name, and at the end of its row what sets it. */
  static HBox setting(String name, Node control) {
    Label label = Nodes.label(name);
    label.setLabelFor(control);
    HBox row = Nodes.row(12, label, Nodes.spring(), control);
    HBox.setHgrow(label, Priority.SOMETIMES);
    row.getStyleClass().add("setting");
    return row;
  }
}
