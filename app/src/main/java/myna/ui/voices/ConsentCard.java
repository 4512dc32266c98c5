package myna.ui.voices;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.ui.wave.LevelMeter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The sentence by which the owner of a voice consents; a step that can be left out. */
final class ConsentCard extends VBox {
  private final ConsentModel model;
  private final ClipDraft draft;
  private final ViewKit kit;
  private final Label sentence = Nodes.paragraph("", "prompt");
  private final Label standing = Nodes.paragraph("", "muted", "small");
  private final Button record;

  ConsentCard(VoicesViewModel voices, ViewKit kit) {
    super(10);
    this.model = voices.consent();
    this.draft = voices.draft();
    this.kit = kit;
    getStyleClass().add("card");
    record = Nodes.button(MaterialDesignM.MICROPHONE, kit.text("voices.record"), model::toggle);
    record.setId("consent-record");
    sentence.setId("consent-sentence");
    standing.setId("consent-standing");
    Button another =
        Nodes.iconButton(MaterialDesignR.REFRESH, kit.text("consent.another"), model::ask);
    HBox head =
        Nodes.row(8, Nodes.label(kit.text("consent.say"), "overline"), Nodes.spring(), another);
    VBox words = Nodes.column(6, head, sentence);
    words.getStyleClass().add("prompt-box");
    LevelMeter level = new LevelMeter();
    level.levelProperty().bind(model.session().levelProperty());
    level.setAccessibleText(kit.text("voices.level"));
    getChildren()
        .addAll(
            Nodes.label(kit.text("consent.title"), "heading"),
            Nodes.paragraph(kit.text("consent.text"), "muted", "small"),
            words,
            level,
            Nodes.row(10, record, standing));
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    return Subscription.combine(
        model.askedProperty().subscribe(asked -> sentence.setText(asked.text())),
        model.session().stateProperty().subscribe(this::show),
        model.listeningProperty().subscribe(this::showStanding),
        draft.nameProperty().subscribe(this::showStanding),
        draft.spokenProperty().subscribe(this::showStanding));
  }

  private void show(RecordingSession.State state) {
    boolean idle = state == RecordingSession.State.IDLE;
    record.setText(kit.text(idle ? "voices.record" : "voices.record.stop"));
    record.setGraphic(new FontIcon(idle ? MaterialDesignM.MICROPHONE : MaterialDesignS.STOP));
  }

  private void showStanding() {
    boolean named = !draft.nameProperty().get().isBlank();
    boolean listening = model.listeningProperty().get();
    boolean spoken = draft.spokenProperty().get().isPresent();
    standing.setText(
        kit.text(
            listening
                ? "voices.read.listening"
                : spoken ? "consent.heard" : named ? "consent.optional" : "consent.name"));
    record.setDisable(listening || spoken || !named);
  }
}
