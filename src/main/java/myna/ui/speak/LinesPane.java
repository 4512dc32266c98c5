package myna.ui.speak;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** Beside the text: its sentences with their takes, or how they are spoken. */
final class LinesPane extends VBox {
  private final SpeakViewModel model;
  private final ViewKit kit;
  private final ListView<Line> list = new ListView<>();
  private final LineCard card;
  private final MannerPane manner;
  private final StackPane body = new StackPane();

  LinesPane(SpeakViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
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
    getChildren().addAll(tabs(sentences, scroll), body);
  }

  /** Follows the model until the subscription ends. */
  Subscription follow() {
    ListChangeListener<Line> change = any -> keepSelection();
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

  private HBox tabs(Node sentences, Node manner) {
    ToggleGroup group = new ToggleGroup();
    ToggleButton first = tab("speak.sentences", group, sentences);
    first.getStyleClass().add(Styles.LEFT_PILL);
    ToggleButton second = tab("speak.manner", group, manner);
    second.setId("manner-tab");
    second.getStyleClass().add(Styles.RIGHT_PILL);
    first.setSelected(true);
    group
        .selectedToggleProperty()
        .addListener(
            (seen, was, now) -> {
              if (now == null) {
                was.setSelected(true);
              }
            });
    HBox tabs = new HBox(first, second);
    tabs.getStyleClass().add("tabs");
    return tabs;
  }

  private ToggleButton tab(String key, ToggleGroup group, Node content) {
    ToggleButton tab = new ToggleButton(kit.text(key));
    tab.setToggleGroup(group);
    tab.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(tab, Priority.ALWAYS);
    tab.selectedProperty()
        .subscribe(
            selected -> {
              if (selected) {
                body.getChildren().setAll(content);
              }
            });
    return tab;
  }

  private void keepSelection() {
    Line selected = list.getSelectionModel().getSelectedItem();
    if (selected == null || !model.lines().contains(selected)) {
      list.getSelectionModel().select(model.lines().isEmpty() ? -1 : 0);
    }
  }
}
