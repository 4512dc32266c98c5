package myna.ui.voices;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.audio.Audio;
import myna.engine.Adapted;
import myna.ui.common.Job;
import myna.ui.common.Nodes;
import myna.ui.common.Question;
import myna.ui.common.ViewKit;
import myna.ui.sound.Feed;
import myna.ui.sound.Transport;
import myna.voice.Voice;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Makes a voice truly that of its owner: readings in, progress, and the way back. */
final class AdaptCard extends VBox {
  private final AdaptModel model;
  private final Transport transport;
  private final ViewKit kit;
  private final Voice voice;
  private final Label standing = Nodes.paragraph("", "muted");
  private final ProgressBar bar = new ProgressBar();
  private final Button choose;
  private final Button again;
  private final Button undo;
  private final Button stop;
  private final Button read;
  private final ReadAloudPane aloud;
  private final Button before;
  private final Button after;
  private final HBox compare;

  AdaptCard(AdaptModel model, Transport transport, Voice voice, ViewKit kit) {
    super(10);
    this.transport = transport;
    this.model = model;
    this.voice = voice;
    this.kit = kit;
    aloud = new ReadAloudPane(model.aloud(), kit, () -> model.learnRead(voice));
    Nodes.show(aloud, false);
    read = Nodes.button(kit.text("voices.read"), this::read, "accent");
    read.setId("read-aloud");
    choose = Nodes.button(kit.text("voices.adapt.choose"), this::choose);
    choose.setId("adapt");
    again = Nodes.button(kit.text("voices.adapt.again"), () -> model.learnAgain(voice), "flat");
    undo = Nodes.button(kit.text("voices.adapt.undo"), this::undo, "flat");
    undo.setId("adapt-undo");
    stop = Nodes.button(kit.text("common.stop"), model::cancel);
    before = Nodes.button(kit.text("voices.adapt.before"), () -> listen(Adapted::before), "flat");
    before.setId("adapt-before");
    after = Nodes.button(kit.text("voices.adapt.after"), () -> listen(Adapted::after), "flat");
    after.setId("adapt-after");
    compare = Nodes.row(10, before, after);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(kit.text("voices.adapt"));
    getChildren()
        .addAll(
            Nodes.paragraph(kit.text("voices.adapt.text")),
            standing,
            bar,
            compare,
            Nodes.row(10, read, choose, again, undo, stop),
            aloud);
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    model.show(voice);
    return Subscription.combine(
        aloud.follow(),
        model.stateProperty().subscribe(this::show),
        model.learnedProperty().subscribe(learned -> Nodes.show(compare, learned.isPresent())),
        transport.subjectProperty().subscribe(playing -> showPlaying()),
        model.jobProperty().subscribe(this::show));
  }

  private void show(AdaptModel.State state) {
    String key = state.adapted() ? "voices.adapt.adapted" : "voices.adapt.plain";
    standing.setText(kit.text(key, state.readings()));
    Nodes.show(undo, state.adapted());
    Nodes.show(again, state.readings() > 0);
  }

  private void show(Job job) {
    bar.progressProperty().unbind();
    if (job != null) {
      bar.progressProperty().bind(job.progressProperty());
    }
    Nodes.show(bar, job != null);
    Nodes.show(stop, job != null);
    read.setDisable(job != null);
    aloud.setDisable(job != null);
    choose.setDisable(job != null);
    again.setDisable(job != null);
    undo.setDisable(job != null);
  }

  /** Plays a held-back sentence as it was spoken before or is spoken now, or stops. */
  private void listen(Function<Adapted, Adapted.Sample> which) {
    model.learnedProperty().get().map(which).ifPresent(this::toggle);
  }

  private void toggle(Adapted.Sample sample) {
    if (transport.isOn(sample)) {
      transport.stop();
    } else {
      Audio spoken = sample.spoken();
      transport.play(sample, Feed.of(spoken, 0, spoken.seconds()), 0);
    }
  }

  private void showPlaying() {
    Optional<Adapted> learned = model.learnedProperty().get();
    showPlaying(before, learned.map(Adapted::before));
    showPlaying(after, learned.map(Adapted::after));
  }

  private void showPlaying(Button button, Optional<Adapted.Sample> sample) {
    boolean on = sample.filter(transport::isOn).isPresent();
    button.setGraphic(new FontIcon(on ? MaterialDesignS.STOP : MaterialDesignP.PLAY));
  }

  private void read() {
    model.aloud().clear();
    Nodes.show(aloud, true);
  }

  private void choose() {
    kit.files().folder().ifPresent(folder -> model.learn(voice, folder));
  }

  private void undo() {
    kit.dialogs()
        .ask(
            new Question(
                kit.text("voices.adapt.undo.title"),
                kit.text("voices.adapt.undo.text"),
                kit.text("voices.adapt.undo"),
                false),
            () -> model.undo(voice));
  }
}
