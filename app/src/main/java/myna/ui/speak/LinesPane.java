package myna.ui.speak;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.Tabs;
import myna.ui.common.ViewKit;

/** Beside the text: its sentences with their takes, or how they are spoken. */
final class LinesPane extends VBox {
  private final SpeakViewModel model;
  private final ListView<LineModel> list = new ListView<>();
  private final LineCard card;
  private final MannerPane manner;
  private final StackPane body = new StackPane();

  LinesPane(SpeakViewModel model, ViewKit kit) {
    this.model = model;
    getStyleClass().add("lines-pane");
    card = new LineCard(model, kit);
    list.setId("lines");
    list.getStyleClass().add("plain-list");
    list.setItems(model.lines());
    list.setCellFactory(view -> new LineCell(model, kit));
    list.setAccessibleText(kit.text("speak.sentences"));
    list.setPlaceholder(Nodes.paragraph(kit.text("speak.sentences.none"), "muted", "centered"));
    list.getSelectionModel().selectedItemProperty().subscribe(card::show);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox sentences = new VBox(list, card);
    manner = new MannerPane(model.manner(), kit);
    ScrollPane scroll = new ScrollPane(manner);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(body, Priority.ALWAYS);
    Tabs tabs =
        new Tabs(
            new Tabs.Tab("sentences-tab", kit.text("speak.sentences"), sentences),
            new Tabs.Tab("manner-tab", kit.text("speak.manner"), scroll),
            content -> body.getChildren().setAll(content));
    getChildren().addAll(tabs, body);
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    ListChangeListener<LineModel> change = any -> keepSelection();
    model.lines().addListener(change);
    return Subscription.combine(
        () -> model.lines().removeListener(change),
        () -> card.show(null),
        manner.follow(),
        model
            .currentLineProperty()
            .subscribe(
                line -> {
                  if (line != null) {
                    int index = model.lines().indexOf(line);
                    list.getSelectionModel().select(index);
                    list.scrollTo(Math.max(0, index - 1));
                  }
                }));
  }

  private void keepSelection() {
    LineModel selected = list.getSelectionModel().getSelectedItem();
    if (selected == null || !model.lines().contains(selected)) {
      list.getSelectionModel().select(model.lines().isEmpty() ? -1 : 0);
    }
  }
}
