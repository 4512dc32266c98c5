package myna.ui.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import myna.ui.common.EmptyState;
import myna.ui.common.Nodes;
import myna.ui.common.PageView;
import myna.ui.common.Question;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The history page: a list to search, and one entry in full. */
public final class HistoryView extends PageView {
  private final HistoryViewModel model;
  private final ViewKit kit;
  private final ListView<Entry> list = new ListView<>();
  private final VBox details = new VBox();
  private final Node empty;
  private final BorderPane body = new BorderPane();
  private final Button clear;

  /** The page of a model. */
  public HistoryView(HistoryViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    empty =
        new EmptyState(
            MaterialDesignH.HISTORY,
            kit.text("history.empty.title"),
            kit.text("history.empty.text"));
    clear = Nodes.button(kit.text("history.clear"), this::askToClear);
    clear.setId("clear-history");
    HBox head =
        Nodes.row(12, Nodes.label(kit.text("page.HISTORY"), "page-title"), Nodes.spring(), clear);
    head.getStyleClass().add("page-head");
    setTop(head);
    details.getStyleClass().add("details");
    body.setLeft(side());
    body.setCenter(details);
    ListChangeListener<Entry> change = any -> showContent();
    model.entries().addListener(change);
    keep(() -> model.entries().removeListener(change));
    model.shown().addListener(change);
    keep(() -> model.shown().removeListener(change));
    keep(model.loadedProperty().subscribe(this::showContent));
    showContent();
  }

  private VBox side() {
    TextField search = new TextField();
    search.setId("history-search");
    search.setPromptText(kit.text("history.search"));
    search.setAccessibleText(kit.text("history.search"));
    search.textProperty().bindBidirectional(model.filterProperty());
    list.setId("history");
    list.getStyleClass().add("plain-list");
    list.setItems(model.shown());
    list.setCellFactory(view -> new EntryCell(this));
    list.setAccessibleText(kit.text("page.HISTORY"));
    list.setPlaceholder(Nodes.paragraph(kit.text("history.search.none"), "muted", "centered"));
    list.getSelectionModel().selectedItemProperty().subscribe(this::showDetails);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox side = new VBox(search, list);
    side.getStyleClass().addAll("master", "wide");
    return side;
  }

  private void showContent() {
    boolean any = !model.entries().isEmpty();
    clear.setVisible(any);
    setCenter(!model.loadedProperty().get() ? null : any ? body : empty);
    if (any && list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().select(0);
    }
  }

  private void showDetails(Entry entry) {
    details.getChildren().clear();
    if (entry == null) {
      return;
    }
    Button open =
        Nodes.button(
            MaterialDesignR.REPLAY, kit.text("history.open"), () -> model.open(entry), "accent");
    open.setId("open-entry");
    Button remove =
        Nodes.iconButton(
            MaterialDesignT.TRASH_CAN_OUTLINE,
            kit.text("history.remove"),
            () -> model.remove(entry),
            "flat");
    remove.setId("remove-entry");
    Label text = Nodes.paragraph(entry.text(), "history-text");
    details.getChildren().addAll(Nodes.row(10, open, Nodes.spring(), remove), facts(entry), text);
  }

  private VBox facts(Entry entry) {
    return Nodes.column(
        4,
        Nodes.label(entry.voice().name() + " · " + when(entry), "strong"),
        Nodes.paragraph(
            kit.text(
                "history.facts",
                kit.messages().of("quality", entry.manner().quality()),
                Math.round(entry.manner().speed() * 100),
                entry.manner().seed(),
                entry.voice().pack()),
            "muted",
            "small"));
  }

  /** When it was spoken, in the words of the language. */
  String when(Entry entry) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(kit.messages().locale())
        .withZone(ZoneId.systemDefault())
        .format(Instant.ofEpochMilli(entry.millis()));
  }

  private void askToClear() {
    kit.dialogs()
        .ask(
            new Question(
                kit.text("history.clear.title"),
                kit.text("history.clear.text"),
                kit.text("history.clear.yes"),
                true),
            model::clear);
  }
}
