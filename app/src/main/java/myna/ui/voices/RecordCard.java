package myna.ui.voices;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;
import myna.ui.wave.LevelMeter;
import myna.ui.wave.WaveformView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Where a clip comes from: something to read aloud and a button to record it, or a file. */
final class RecordCard extends VBox {
  private static final int PROMPTS = 3;

  private final VoicesViewModel model;
  private final ViewKit kit;
  private final Label prompt = Nodes.paragraph("", "prompt");
  private final Button record;
  private final Label count = Nodes.label("", "countdown");
  private final Label hint;
  private int shownPrompt;

  RecordCard(VoicesViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    getStyleClass().addAll("card", "record-card");
    hint = Nodes.paragraph("", "muted", "centered");
    record =
        Nodes.button(
            MaterialDesignM.MICROPHONE,
            kit.text("voices.record"),
            () -> model.toggleRecording(kit.text("voices.recording.name")),
            "accent",
            "large");
    record.setId("record");
    Button another =
        Nodes.iconButton(
            MaterialDesignR.REFRESH, kit.text("voices.prompt.another"), this::nextPrompt);
    HBox head =
        Nodes.row(8, Nodes.label(kit.text("voices.prompt"), "overline"), Nodes.spring(), another);
    VBox words = Nodes.column(6, head, prompt);
    words.getStyleClass().add("prompt-box");
    getChildren().addAll(words, meter(), controls());
    nextPrompt();
  }

  /** Follows the session until the subscription ends. */
  Subscription follow() {
    RecordingSession session = model.session();
    return Subscription.combine(
        session.stateProperty().subscribe(this::showState),
        session.countdownProperty().subscribe(number -> showCount(number.intValue())),
        session
            .secondsProperty()
            .subscribe(
                seconds -> {
                  if (session.stateProperty().get() == RecordingSession.State.RECORDING) {
                    hint.setText(kit.text("voices.recording", Times.fine(seconds.doubleValue())));
                  }
                }));
  }

  private StackPane meter() {
    WaveformView wave = new WaveformView();
    wave.getStyleClass().add("live");
    wave.setPrefHeight(72);
    wave.waveformProperty().bind(model.session().waveformProperty());
    wave.setAccessibleText(kit.text("voices.level"));
    LevelMeter level = new LevelMeter();
    level.levelProperty().bind(model.session().levelProperty());
    level.setAccessibleText(kit.text("voices.level"));
    VBox column = Nodes.column(8, wave, level);
    count.setVisible(false);
    return new StackPane(column, count);
  }

  private VBox controls() {
    Button file =
        Nodes.button(
            MaterialDesignF.FILE_MUSIC_OUTLINE,
            kit.text("voices.choosefile"),
            () -> kit.files().open(Sort.AUDIO).stream().findFirst().ifPresent(model.draft()::read));
    file.setId("choose-file");
    HBox row = Nodes.row(10, record, file);
    row.getStyleClass().add("middle");
    VBox column = Nodes.column(10, row, hint);
    column.setAlignment(Pos.CENTER);
    return column;
  }

  private void nextPrompt() {
    shownPrompt = shownPrompt % PROMPTS + 1;
    prompt.setText(
        kit.text("voices.prompt." + List.of("one", "two", "three").get(shownPrompt - 1)));
  }

  private void showState(RecordingSession.State state) {
    boolean idle = state == RecordingSession.State.IDLE;
    record.setText(kit.text(idle ? "voices.record" : "voices.record.stop"));
    record.setGraphic(new FontIcon(idle ? MaterialDesignM.MICROPHONE : MaterialDesignS.STOP));
    hint.setText(
        kit.text(
            switch (state) {
              case IDLE -> "voices.record.hint";
              case COUNTDOWN -> "voices.record.ready";
              case RECORDING -> "voices.record.running";
            }));
  }

  private void showCount(int number) {
    count.setVisible(number > 0);
    count.setText(Integer.toString(number));
  }
}
