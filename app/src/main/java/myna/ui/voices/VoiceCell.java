package myna.ui.voices;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.voice.Voice;

/** A voice in the list. */
final class VoiceCell extends ListCell<Voice> {
  private final ViewKit kit;

  VoiceCell(ViewKit kit) {
    this.kit = kit;
    getStyleClass().add("voice-cell");
  }

  @Override
  protected void updateItem(Voice voice, boolean empty) {
    super.updateItem(voice, empty);
    setText(null);
    if (empty || voice == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Label name = Nodes.label(voice.name(), "strong");
    Label about =
        Nodes.label(
            kit.text("voices.clips.summary", voice.clips().size(), Math.round(voice.seconds())),
            "muted",
            "small");
    VBox words = Nodes.column(1, name, about);
    words.setMinWidth(0);
    HBox row = Nodes.row(12, new Avatar(voice, 38), words);
    setGraphic(row);
    setAccessibleText(voice.name() + ", " + about.getText());
  }
}
