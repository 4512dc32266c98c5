package myna.ui.voices;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Job;
import myna.ui.common.Nodes;
import myna.ui.common.Question;
import myna.ui.common.ViewKit;
import myna.voice.Voice;

/** Makes a voice truly that of its owner: readings in, progress, and the way back. */
final class AdaptCard extends VBox {
  private final AdaptModel model;
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

  AdaptCard(AdaptModel model, Voice voice, ViewKit kit) {
    super(10);
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
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(kit.text("voices.adapt"));
    getChildren()
        .addAll(
            Nodes.paragraph(kit.text("voices.adapt.text")),
            standing,
            bar,
            Nodes.row(10, read, choose, again, undo, stop),
            aloud);
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    model.show(voice);
    return Subscription.combine(
        aloud.follow(),
        model.stateProperty().subscribe(this::show),
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
