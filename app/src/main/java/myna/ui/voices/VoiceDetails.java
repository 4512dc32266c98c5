package myna.ui.voices;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.Question;
import myna.ui.common.ViewKit;
import myna.voice.Clip;
import myna.voice.Consent;
import myna.voice.Voice;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** One voice: name, preview, clips, notes. */
final class VoiceDetails extends StackPane {
  private final VoicesViewModel model;
  private final ViewKit kit;
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private final TextField sample = new TextField();
  private Button play = new Button();
  private Subscription adapting = Subscription.EMPTY;
  private Voice shown;

  VoiceDetails(VoicesViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    content.getStyleClass().addAll("details");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    sample.setText(kit.text("voices.preview.sentence"));
    getChildren().add(scroll);
  }

  /** Follows what plays until the subscription ends. */
  Subscription follow() {
    return Subscription.combine(
        model.transport().subjectProperty().subscribe(this::showPlaying),
        model.preview().makingProperty().subscribe(this::showPlaying));
  }

  /** Shows a voice, or nothing. */
  void show(Voice voice) {
    scroll.setVisible(voice != null);
    if (voice == null || voice.equals(shown)) {
      return;
    }
    boolean same = shown != null && shown.id().equals(voice.id());
    shown = voice;
    content.getChildren().setAll(head(), preview(), clips(), adapt(), notes(), consent());
    showPlaying();
    if (!same) {
      scroll.setVvalue(0);
    }
  }

  private Node head() {
    TextField name = new TextField(shown.name());
    name.setId("rename");
    name.getStyleClass().add("title-field");
    name.setAccessibleText(kit.text("voices.name"));
    Voice voice = shown;
    name.setOnAction(event -> model.rename(voice, name.getText()));
    name.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                model.rename(voice, name.getText());
              }
            });
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = Nodes.row(14, new Avatar(shown, 52), name, menu());
    row.getStyleClass().add("details-head");
    return Nodes.column(14, row, new ColourRow(model, shown, kit));
  }

  private MenuButton menu() {
    Voice voice = shown;
    MenuButton menu = new MenuButton(null, new FontIcon(MaterialDesignD.DOTS_HORIZONTAL));
    menu.setId("voice-menu");
    menu.getStyleClass().addAll("icon-button", "flat", "no-arrow");
    Nodes.name(menu, kit.text("voices.more"));
    MenuItem delete = item("voices.delete", () -> delete(voice));
    delete.setId("delete-voice");
    delete.getStyleClass().add("danger");
    menu.getItems()
        .addAll(
            item(
                "voices.duplicate",
                () -> model.duplicate(voice, kit.text("voices.copy", voice.name()))),
            item("voices.export", () -> export(voice)),
            new SeparatorMenuItem(),
            delete);
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(kit.text(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private void export(Voice voice) {
    kit.files()
        .save(Sort.VOICE, voice.name() + ".mynavoice")
        .ifPresent(file -> model.exportTo(voice, file));
  }

  private void delete(Voice voice) {
    kit.dialogs()
        .ask(
            new Question(
                kit.text("voices.delete.title", voice.name()),
                kit.text("voices.delete.text", voice.clips().size()),
                kit.text("voices.delete.yes"),
                true),
            () -> model.delete(voice));
  }

  private Node preview() {
    Voice voice = shown;
    sample.setId("preview-text");
    sample.setAccessibleText(kit.text("voices.preview.text"));
    HBox.setHgrow(sample, Priority.ALWAYS);
    play =
        Nodes.button(
            MaterialDesignP.PLAY,
            kit.text("voices.preview.play"),
            () -> model.preview().toggle(voice, sample.getText()),
            "accent");
    play.setId("preview");
    sample.setOnAction(event -> play.fire());
    return section("voices.preview", Nodes.row(10, sample, play));
  }

  private Node clips() {
    VBox rows = Nodes.column(8);
    for (Clip clip : shown.clips()) {
      rows.getChildren().add(new ClipRow(model, shown, clip, kit));
    }
    Voice voice = shown;
    Button add =
        Nodes.button(
            MaterialDesignP.PLUS, kit.text("voices.addclip"), () -> model.addClip(voice), "flat");
    add.setId("add-clip");
    rows.getChildren().add(add);
    return section("voices.clips", rows);
  }

  private Node adapt() {
    adapting.unsubscribe();
    AdaptCard card = new AdaptCard(model.adapting(), model.transport(), shown, kit);
    adapting = card.follow();
    return section("voices.adapt", card);
  }

  private Node notes() {
    Voice voice = shown;
    TextArea notes = new TextArea(shown.profile().notes());
    notes.setId("notes");
    notes.setPrefRowCount(3);
    notes.setWrapText(true);
    notes.setPromptText(kit.text("voices.notes.prompt"));
    notes.setAccessibleText(kit.text("voices.notes"));
    notes
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                model.describe(voice, notes.getText());
              }
            });
    return section("voices.notes", notes);
  }

  private Node consent() {
    Consent consent = shown.consent();
    Label words =
        Nodes.paragraph(
            kit.text("voices.consent.given." + consent.kind().name(), written(consent.date()))
                + " "
                + consent
                    .spoken()
                    .map(spoken -> kit.text("voices.consent.spoken", written(spoken.date())))
                    .orElse(kit.text("voices.consent.declared")),
            "muted",
            "small");
    words.setId("consent-given");
    HBox row = Nodes.row(8, new FontIcon(MaterialDesignS.SHIELD_CHECK_OUTLINE), words);
    row.getStyleClass().add("consent");
    return row;
  }

  private String written(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(kit.messages().locale())
        .format(date);
  }

  private Node section(String key, Node body) {
    return Nodes.column(8, Nodes.label(kit.text(key), "overline"), body);
  }

  private void showPlaying() {
    if (shown == null) {
      return;
    }
    boolean making = model.preview().makingProperty().get();
    boolean on = making || model.preview().isOn(shown);
    play.setText(kit.text(making ? "common.making" : on ? "common.stop" : "voices.preview.play"));
    play.setGraphic(new FontIcon(on ? MaterialDesignS.STOP : MaterialDesignP.PLAY));
    content.lookupAll(".clip-row").forEach(row -> ((ClipRow) row).showPlaying());
  }
}
