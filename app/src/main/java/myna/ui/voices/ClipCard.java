package myna.ui.voices;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;
import myna.ui.sound.Transport;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The clip with its handles. */
final class ClipCard extends VBox {
  private final ClipDraft draft;
  private final Transport transport;
  private final ViewKit kit;
  private final TrimView trim;
  private final Button play;
  private final Label place = Nodes.label("", "muted");
  private final Label source = Nodes.label("", "heading");

  ClipCard(VoicesViewModel model, ViewKit kit) {
    this.draft = model.draft();
    this.transport = model.transport();
    this.kit = kit;
    getStyleClass().addAll("card", "clip-card");
    trim = new TrimView(draft, kit);
    play =
        Nodes.button(
            MaterialDesignP.PLAY,
            kit.text("voices.clip.play"),
            () -> draft.playSelection(draft.fromProperty().get()));
    play.setId("play-selection");
    place.setId("clip-place");
    Button again =
        Nodes.button(
            MaterialDesignR.REFRESH,
            kit.text("voices.clip.again"),
            () -> draft.begin(draft.targetProperty().get()),
            "flat");
    again.setId("again");
    HBox row = Nodes.row(10, play, place, Nodes.spring(), again);
    getChildren().addAll(source, trim, row);
  }

  /** Follows the draft until the subscription ends. */
  Subscription follow() {
    showTrim();
    showPosition();
    return Subscription.combine(
        draft
            .recordingProperty()
            .subscribe(taken -> source.setText(taken == null ? "" : taken.source())),
        draft
            .waveformProperty()
            .subscribe(
                shape -> {
                  if (shape != null) {
                    trim.wave().waveformProperty().set(shape);
                  }
                }),
        draft.fromProperty().subscribe(this::showTrim),
        draft.toProperty().subscribe(this::showTrim),
        transport.positionProperty().subscribe(this::showPosition),
        transport.subjectProperty().subscribe(this::showPosition));
  }

  private void showTrim() {
    trim.follow();
    double from = draft.fromProperty().get();
    double to = draft.toProperty().get();
    place.setText(
        kit.text("voices.clip.place", Times.fine(from), Times.fine(to), Times.fine(to - from)));
  }

  private void showPosition() {
    boolean on = transport.isOn(draft);
    double seconds = Math.max(draft.seconds(), 1e-3);
    trim.wave().positionProperty().set(on ? transport.positionProperty().get() / seconds : -1);
    play.setText(kit.text(on ? "common.stop" : "voices.clip.play"));
    play.setGraphic(new FontIcon(on ? MaterialDesignS.STOP : MaterialDesignP.PLAY));
  }
}
