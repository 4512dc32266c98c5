package myna.ui.speak;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;
import myna.ui.sound.Transport;
import myna.ui.wave.SpectrogramView;
import myna.ui.wave.WaveformView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Play, pause and stop, and a picture of everything that is spoken. */
final class Dock extends HBox {
  private final SpeakViewModel model;
  private final ViewKit kit;
  private final Button play;
  private final Button stop;
  private final WaveformView wave = new WaveformView();
  private final SpectrogramView spectrogram = new SpectrogramView();
  private final Label time = Nodes.label("", "clock");
  private final Label status = Nodes.label("", "muted", "small");
  private final Pictures pictures;

  Dock(SpeakViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    this.pictures = new Pictures(model.tools().jobs());
    getStyleClass().addAll("dock", "row");
    play = Nodes.iconButton(MaterialDesignP.PLAY, kit.text("speak.play"), model::togglePlay);
    play.setId("play");
    play.getStyleClass().removeAll("flat");
    play.getStyleClass().addAll("round", "accent");
    stop = Nodes.iconButton(MaterialDesignS.STOP, kit.text("speak.stop"), model::stop);
    stop.setId("stop");
    wave.setId("whole-wave");
    wave.setAccessibleText(kit.text("speak.wave"));
    wave.setOnSeek(place -> model.playFrom(place * model.timelineProperty().get().seconds()));
    spectrogram.setAccessibleText(kit.text("speak.spectrogram"));
    spectrogram.setVisible(false);
    StackPane picture = new StackPane(wave, spectrogram);
    picture.getStyleClass().add("picture");
    HBox.setHgrow(picture, Priority.ALWAYS);
    VBox words = Nodes.column(2, time, status);
    words.getStyleClass().add("dock-words");
    getChildren().addAll(play, stop, words, picture, pictureSwitch());
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    Transport transport = model.tools().transport();
    showState();
    showTimeline();
    return Subscription.combine(
        transport.stateProperty().subscribe(this::showState),
        transport.positionProperty().subscribe(this::showPosition),
        model.speaker().makingProperty().subscribe(this::showState),
        model.speaker().costProperty().subscribe(this::showState),
        model.timelineProperty().subscribe(this::showTimeline));
  }

  private ToggleButton pictureSwitch() {
    ToggleButton toggle = new ToggleButton(null, new FontIcon(MaterialDesignC.CHART_HISTOGRAM));
    toggle.setId("spectrogram-switch");
    toggle.getStyleClass().addAll("icon-button", "flat");
    Nodes.name(toggle, kit.text("speak.spectrogram.show"));
    toggle
        .selectedProperty()
        .subscribe(
            on -> {
              spectrogram.setVisible(on);
              wave.setVisible(!on);
              showTimeline();
            });
    return toggle;
  }

  private void showState() {
    boolean playing =
        model.isOn() && model.tools().transport().stateProperty().get() == Transport.State.PLAYING;
    boolean making = model.speaker().makingProperty().get();
    play.setGraphic(new FontIcon(playing ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
    Nodes.name(play, kit.text(playing ? "speak.pause" : "speak.play"));
    stop.setDisable(!model.isOn() && !making);
    Speaker.Cost cost = model.speaker().costProperty().get();
    status.setText(
        making
            ? kit.text("common.making")
            : cost == null
                ? ""
                : kit.text("speak.cost", cost.firstSeconds(), cost.realTimeFactor()));
    showPosition();
  }

  private void showPosition() {
    TimelineModel timeline = model.timelineProperty().get();
    double now = model.isOn() ? model.tools().transport().positionProperty().get() : -1;
    double share = timeline.seconds() == 0 ? -1 : now / timeline.seconds();
    wave.positionProperty().set(share);
    spectrogram.positionProperty().set(share);
    double heard = Math.clamp(now, 0, timeline.seconds());
    time.setText(kit.text("speak.clock", Times.clock(heard), Times.clock(timeline.seconds())));
  }

  private void showTimeline() {
    TimelineModel timeline = model.timelineProperty().get();
    wave.waveformProperty().set(timeline.waveform());
    wave.bordersProperty().setAll(timeline.borders());
    if (spectrogram.isVisible()) {
      pictures.spectrogram(timeline, spectrogram.spectrogramProperty()::set);
    }
    showPosition();
  }
}
