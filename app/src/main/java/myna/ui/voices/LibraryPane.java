package myna.ui.voices;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.EmptyState;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.voice.Voice;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The list of voices with the details of one. */
final class LibraryPane extends BorderPane {
  private final VoicesViewModel model;
  private final ViewKit kit;
  private final ListView<Voice> list = new ListView<>();
  private final VoiceDetails details;
  private final Node empty;
  private final BorderPane body;

  LibraryPane(VoicesViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    details = new VoiceDetails(model, kit);
    empty =
        new EmptyState(
            MaterialDesignA.ACCOUNT_VOICE,
            kit.text("voices.empty.title"),
            kit.text("voices.empty.text"),
            Nodes.button(
                MaterialDesignP.PLUS, kit.text("voices.add"), () -> model.addClip(null), "accent"),
            Nodes.button(kit.text("voices.sample"), model::addSamples));
    body = new BorderPane(details);
    body.setLeft(side());
    setTop(head());
  }

  private HBox head() {
    Button importing =
        Nodes.button(
            MaterialDesignI.IMPORT,
            kit.text("voices.import"),
            () -> model.importFrom(kit.files().open(Sort.VOICE)));
    importing.setId("import-voice");
    Button add =
        Nodes.button(
            MaterialDesignP.PLUS, kit.text("voices.add"), () -> model.addClip(null), "accent");
    add.setId("add-voice");
    HBox head =
        Nodes.row(
            10, Nodes.label(kit.text("page.VOICES"), "page-title"), Nodes.spring(), importing, add);
    head.getStyleClass().add("page-head");
    return head;
  }

  private VBox side() {
    TextField search = new TextField();
    search.setId("voice-search");
    search.setPromptText(kit.text("voices.search"));
    search.setAccessibleText(kit.text("voices.search"));
    search.textProperty().bindBidirectional(model.filterProperty());
    list.setId("voice-list");
    list.getStyleClass().add("plain-list");
    list.setItems(model.shown());
    list.setCellFactory(view -> new VoiceCell(kit));
    list.setAccessibleText(kit.text("page.VOICES"));
    list.setPlaceholder(Nodes.paragraph(kit.text("voices.search.none"), "muted", "centered"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            voice -> {
              if (voice != null) {
                model.selectedProperty().set(voice);
              }
            });
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox side = new VBox(search, list);
    side.getStyleClass().add("master");
    return side;
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    ListChangeListener<Voice> change = any -> showContent();
    model.voices().addListener(change);
    showContent();
    return Subscription.combine(
        model.loadedProperty().subscribe(this::showContent),
        model.selectedProperty().subscribe(this::select),
        details.follow(),
        () -> model.voices().removeListener(change));
  }

  private void showContent() {
    if (!model.loadedProperty().get()) {
      setCenter(null);
    } else {
      setCenter(model.voices().isEmpty() ? empty : body);
      select(model.selectedProperty().get());
    }
  }

  private void select(Voice voice) {
    if (voice != null) {
      list.getSelectionModel().select(voice);
    }
    details.show(voice);
  }
}
