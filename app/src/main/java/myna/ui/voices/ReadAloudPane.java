package myna.ui.voices;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.ui.wave.LevelMeter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The sentence that is to be read aloud, the level, and how much was read. */
final class ReadAloudPane extends VBox {
  private final ReadAloud model;
  private final ViewKit kit;
  private final Label sentence = Nodes.paragraph("", "prompt");
  private final Label standing = Nodes.paragraph("", "muted", "small");
  private final Button record;
  private final Button learn;

  /**
   * A pane.
   *
   * @param learn told that enough was read
   */
  ReadAloudPane(ReadAloud model, ViewKit kit, Runnable learn) {
    super(10);
    this.model = model;
    this.kit = kit;
    record =
        Nodes.button(
            MaterialDesignM.MICROPHONE, kit.text("voices.record"), model::toggle, "accent");
    record.setId("read-record");
    Button skip = Nodes.button(kit.text("voices.read.skip"), model::skip, "flat");
    this.learn = Nodes.button(kit.text("voices.read.learn"), learn);
    this.learn.setId("read-learn");
    LevelMeter level = new LevelMeter();
    level.levelProperty().bind(model.session().levelProperty());
    level.setAccessibleText(kit.text("voices.level"));
    VBox words = Nodes.column(6, Nodes.label(kit.text("voices.prompt"), "overline"), sentence);
    words.getStyleClass().add("prompt-box");
    getChildren()
        .addAll(words, level, Nodes.row(10, record, skip, Nodes.spring(), this.learn), standing);
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    showStanding();
    return Subscription.combine(
        model.atProperty().subscribe(number -> sentence.setText(model.sentence())),
        model.session().stateProperty().subscribe(this::show),
        model.listeningProperty().subscribe(this::showStanding),
        model.readings().subscribe(this::showStanding));
  }

  private void show(RecordingSession.State state) {
    boolean idle = state == RecordingSession.State.IDLE;
    record.setText(kit.text(idle ? "voices.record" : "voices.record.stop"));
    record.setGraphic(new FontIcon(idle ? MaterialDesignM.MICROPHONE : MaterialDesignS.STOP));
  }

  private void showStanding() {
    boolean listening = model.listeningProperty().get();
    int read = model.readings().size();
    standing.setText(
        listening
            ? kit.text("voices.read.listening")
            : kit.text("voices.read.standing", read, Math.round(model.seconds())));
    record.setDisable(listening);
    learn.setDisable(listening || read < 2);
  }
}
