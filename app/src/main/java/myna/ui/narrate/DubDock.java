package myna.ui.narrate;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import myna.narration.dub.CueReport.Verdict;
import myna.narration.dub.DubReport;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Makes the sound of subtitles, stops, and opens what was made. */
final class DubDock extends HBox {
  private final DubModel model;
  private final ViewKit kit;
  private final Button make;
  private final Button stop;
  private final Button open;
  private final Button folder;
  private final DockProgress progress;

  DubDock(DubModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    getStyleClass().addAll("dock", "row");
    make = Nodes.button(kit.text("narrate.dub.make"), this::make, "accent");
    make.setId("dub-make");
    stop = Nodes.iconButton(MaterialDesignS.STOP, kit.text("common.stop"), model::stop);
    stop.setId("dub-stop");
    progress = new DockProgress(kit);
    open =
        Nodes.button(
            MaterialDesignP.PLAY, kit.text("narrate.open"), () -> kit.files().show(made()));
    open.setId("dub-open");
    folder =
        Nodes.button(
            MaterialDesignF.FOLDER_OPEN_OUTLINE,
            kit.text("narrate.dub.show"),
            () -> kit.files().show(made().getParent()));
    folder.setId("dub-show");
    getChildren().addAll(make, stop, progress, open, folder);
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    show();
    return Subscription.combine(
        model.busyProperty().subscribe(this::show),
        model.paceProperty().subscribe(this::show),
        model.madeProperty().subscribe(this::show));
  }

  private Path made() {
    return model.madeProperty().get().orElseThrow().file().toAbsolutePath();
  }

  private void make() {
    Sort sort = model.filmProperty().get().isPresent() ? Sort.FILM : Sort.OUTPUT;
    String name = String.valueOf(model.file().getFileName()).replaceFirst("\\.[^.]*$", "");
    kit.files().save(sort, name + sort.patterns().getFirst().substring(1)).ifPresent(model::make);
  }

  private void show() {
    boolean busy = model.busyProperty().get();
    boolean done = model.madeProperty().get().isPresent();
    DubModel.Pace pace = model.paceProperty().get();
    make.setDisable(busy);
    stop.setDisable(!busy);
    Nodes.show(open, done);
    Nodes.show(folder, done);
    progress.show(
        done ? 1 : busy ? pace.share() : 0,
        busy ? spoken(pace) : model.madeProperty().get().map(this::summary).orElse(""),
        model.madeProperty().get().map(made -> rest(made.report())).orElse(""));
  }

  private String spoken(DubModel.Pace pace) {
    return kit.text(
        "narrate.dub.pace",
        Math.round(pace.share() * model.cues().size()),
        model.cues().size(),
        pace.secondsLeft() < 0 ? 0 : 1,
        Times.clock(pace.secondsLeft()));
  }

  private String summary(DubModel.Made made) {
    return kit.text(
        "narrate.dub.summary",
        made.report().cues().size(),
        made.report().count(Verdict.FITS) + made.report().count(Verdict.BORROWS),
        made.report().count(Verdict.TOO_LONG) + made.report().count(Verdict.LATE));
  }

  private String rest(DubReport report) {
    return report.voiceless().isEmpty()
        ? ""
        : kit.text("narrate.dub.voiceless", String.join(", ", report.voiceless().keySet()));
  }
}
