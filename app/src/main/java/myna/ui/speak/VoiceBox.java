package myna.ui.speak;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import myna.ui.common.ViewKit;
import myna.ui.voices.Avatar;
import myna.voice.Voice;

/** Chooses who speaks. */
final class VoiceBox extends ComboBox<Voice> {
  private static final double DISC = 22;

  VoiceBox(SpeakViewModel model, ViewKit kit) {
    setId("voice");
    setItems(model.tools().voices());
    setPromptText(kit.text("speak.voice.none"));
    setAccessibleText(kit.text("speak.voice"));
    setCellFactory(view -> new Cell());
    setButtonCell(new Cell());
    valueProperty().bindBidirectional(model.manner().voiceProperty());
  }

  private static final class Cell extends ListCell<Voice> {
    @Override
    protected void updateItem(Voice voice, boolean empty) {
      super.updateItem(voice, empty);
      setText(empty || voice == null ? null : voice.name());
      setGraphic(empty || voice == null ? null : new Avatar(voice, DISC));
    }
  }
}
