package myna.ui.speak;

import java.util.List;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import myna.ui.common.ViewKit;
import myna.voice.Voice;

/** Writes marks into the text, around what is selected. */
final class InsertMenu extends MenuButton {
  private static final List<String> AROUND = List.of("slow", "fast", "spell");

  private final TextArea area;
  private final ViewKit kit;
  private final Menu voices;

  InsertMenu(SpeakViewModel model, TextArea area, ViewKit kit) {
    super(kit.text("speak.insert"));
    this.area = area;
    this.kit = kit;
    setId("insert");
    getItems().add(item("pause", () -> put("[pause 1s] ")));
    for (String mark : AROUND) {
      getItems().add(item(mark, () -> around("[" + mark + "]", "[/" + mark + "]")));
    }
    voices = new Menu(kit.text("speak.insert.voice"));
    getItems().add(voices);
    setOnShowing(event -> fill(model.tools().voices()));
  }

  private MenuItem item(String mark, Runnable action) {
    MenuItem item = new MenuItem(kit.text("speak.insert." + mark));
    item.setId("insert-" + mark);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void fill(List<Voice> all) {
    voices.getItems().clear();
    voices.setDisable(all.isEmpty());
    for (Voice voice : all) {
      MenuItem item = new MenuItem(voice.name());
      item.setOnAction(event -> around("[voice " + voice.name() + "]", "[/voice]"));
      voices.getItems().add(item);
    }
  }

  private void put(String mark) {
    area.insertText(area.getCaretPosition(), mark);
    area.requestFocus();
  }

  private void around(String before, String after) {
    IndexRange range = area.getSelection();
    area.replaceText(range, before + area.getSelectedText() + after);
    area.positionCaret(range.getStart() + before.length() + range.getLength());
    area.requestFocus();
  }
}
