package myna.ui.voices;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.Question;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Makes a clip: record or choose, trim and check, name and save. */
final class NewClipPane extends BorderPane {
  private final VoicesViewModel model;
  private final ViewKit kit;
  private final RecordCard record;
  private final ClipCard clip;
  private final CheckCard check;
  private final OriginCard origin;
  private final ConsentCard consent;
  private final SaveCard save;
  private final VBox side;
  private final Label title = Nodes.label("", "page-title");

  NewClipPane(VoicesViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    record = new RecordCard(model, kit);
    clip = new ClipCard(model, kit);
    check = new CheckCard(kit);
    origin = new OriginCard(kit);
    consent = new ConsentCard(model, kit);
    save = new SaveCard(model, kit);
    side = new VBox(save);
    side.getStyleClass().add("side");
    Button back =
        Nodes.iconButton(MaterialDesignA.ARROW_LEFT, kit.text("common.back"), this::leave);
    back.setId("leave-draft");
    HBox head = Nodes.row(12, back, title);
    head.getStyleClass().add("page-head");
    setTop(head);
    VBox cards = new VBox(new StackPane(record, clip), origin, check, consent);
    cards.getStyleClass().add("cards");
    HBox.setHgrow(cards, javafx.scene.layout.Priority.ALWAYS);
    HBox columns = new HBox(cards, side);
    columns.getStyleClass().add("columns");
    ProgressBar busy = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    busy.getStyleClass().add("thin");
    busy.setMaxWidth(Double.MAX_VALUE);
    busy.visibleProperty().bind(model.draft().busyProperty());
    busy.setAccessibleText(kit.text("common.working"));
    VBox body = new VBox(busy, columns);
    body.getStyleClass().add("page-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    setCenter(scroll);
  }

  /** Follows the draft until the subscription ends. */
  Subscription follow() {
    ClipDraft draft = model.draft();
    return Subscription.combine(
        record.follow(),
        clip.follow(),
        consent.follow(),
        save.follow(),
        draft.checkProperty().subscribe(check::show),
        draft.originProperty().subscribe(origin::show),
        draft
            .targetProperty()
            .subscribe(
                voice ->
                    title.setText(
                        voice == null
                            ? kit.text("voices.new")
                            : kit.text("voices.addclip.to", voice.name()))),
        draft
            .recordingProperty()
            .subscribe(
                taken -> {
                  boolean there = taken != null;
                  Nodes.show(record, !there);
                  Nodes.show(clip, there);
                  Nodes.show(check, there);
                  Nodes.show(consent, there && draft.targetProperty().get() == null);
                  Nodes.show(side, there);
                }));
  }

  private void leave() {
    if (model.draft().recordingProperty().get() == null) {
      model.leaveDraft();
      return;
    }
    kit.dialogs()
        .ask(
            new Question(
                kit.text("voices.leave.title"),
                kit.text("voices.objection.unsaved"),
                kit.text("voices.leave.yes"),
                true),
            model::leaveDraft);
  }
}
