package myna.ui.voices;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;
import myna.ui.common.Question;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;
import myna.ui.wave.WaveformView;
import myna.voice.Clip;
import myna.voice.Voice;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** A clip of a voice. */
final class ClipRow extends HBox {
  private final VoicesViewModel model;
  private final Clip clip;
  private final ViewKit kit;
  private final Button play;

  ClipRow(VoicesViewModel model, Voice voice, Clip clip, ViewKit kit) {
    this.model = model;
    this.clip = clip;
    this.kit = kit;
    getStyleClass().addAll("clip-row", "row");
    play =
        Nodes.iconButton(
            MaterialDesignP.PLAY,
            kit.text("voices.clip.listen", clip.source()),
            () -> model.playClip(voice, clip));
    WaveformView wave = new WaveformView();
    wave.getStyleClass().add("small-wave");
    wave.setAccessibleText(kit.text("voices.clip.waveform"));
    model.outline(voice, clip, wave.waveformProperty()::set);
    HBox.setHgrow(wave, Priority.ALWAYS);
    VBox words =
        Nodes.column(
            1,
            Nodes.label(clip.source()),
            Nodes.label(Times.fine(clip.seconds()), "muted", "small"));
    words.setPrefWidth(150);
    words.setMinWidth(90);
    Button remove =
        Nodes.iconButton(
            MaterialDesignT.TRASH_CAN_OUTLINE,
            kit.text("voices.clip.remove", clip.source()),
            () -> ask(voice));
    remove.setDisable(voice.clips().size() == 1);
    getChildren().addAll(play, words, wave, remove);
  }

  /** Shows whether it is heard now. */
  void showPlaying() {
    boolean on = model.transport().isOn(clip);
    play.setGraphic(new FontIcon(on ? MaterialDesignS.STOP : MaterialDesignP.PLAY));
  }

  private void ask(Voice voice) {
    kit.dialogs()
        .ask(
            new Question(
                kit.text("voices.clip.remove.title"),
                kit.text("voices.clip.remove.text", clip.source()),
                kit.text("voices.clip.remove.yes"),
                true),
            () -> model.removeClip(voice, clip));
  }
}
