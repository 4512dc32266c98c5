package myna.ui.shell;

import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Dialogs;
import myna.ui.common.FileChoosers;
import myna.ui.common.Messages;
import myna.ui.common.Nodes;
import myna.ui.common.PageView;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.javafx.FontIcon;

/** Navigation at the left, the page beside it; notices and panels above. */
final class ShellView extends StackPane {
  private final ShellViewModel model;
  private final List<Feature> features;
  private final ViewKit kit;
  private final BorderPane frame = new BorderPane();
  private final Map<Page, PageView> built = new EnumMap<>(Page.class);
  private final Map<Page, ToggleButton> entries = new EnumMap<>(Page.class);
  private final NoticesView notices;
  private final Subscription watching;

  ShellView(
      ShellViewModel model, List<Feature> features, Messages messages, FileChoosers choosers) {
    this.model = model;
    this.features = features;
    Overlay overlay = new Overlay(messages);
    this.kit = new ViewKit(messages, overlay, choosers);
    this.notices = new NoticesView(model.notices(), messages);
    getStyleClass().add("shell");
    frame.setLeft(navigation());
    getChildren().addAll(frame, notices, overlay);
    setAlignment(notices, Pos.BOTTOM_RIGHT);
    watching = model.pageProperty().subscribe(this::show);
    setOnDragOver(this::dragOver);
    setOnDragDropped(this::dropped);
  }

  Dialogs dialogs() {
    return kit.dialogs();
  }

  /** Lets go of all ViewModels. */
  void release() {
    watching.unsubscribe();
    notices.release();
    built.values().forEach(PageView::release);
  }

  private VBox navigation() {
    VBox rail = new VBox();
    rail.getStyleClass().add("rail");
    rail.setAccessibleRole(AccessibleRole.TOOL_BAR);
    rail.setAccessibleText(kit.text("shell.navigation"));
    ToggleGroup group = new ToggleGroup();
    for (Feature feature : features) {
      if (feature.page() == Page.SETTINGS) {
        rail.getChildren().add(Nodes.spring());
      }
      rail.getChildren().add(entry(feature.page(), group));
    }
    return rail;
  }

  private ToggleButton entry(Page page, ToggleGroup group) {
    String name = kit.messages().of("page", page);
    ToggleButton entry = new ToggleButton(name, new FontIcon(page.icon()));
    entry.setId("page-" + page.name());
    entry.getStyleClass().setAll("rail-entry");
    entry.setContentDisplay(ContentDisplay.TOP);
    entry.setMaxWidth(Double.MAX_VALUE);
    entry.setToggleGroup(group);
    entry.setAccessibleText(name);
    entry.setOnAction(event -> model.pageProperty().set(page));
    entries.put(page, entry);
    return entry;
  }

  private void show(Page page) {
    entries.get(page).setSelected(true);
    frame.setCenter(built.computeIfAbsent(page, this::build));
  }

  private PageView build(Page page) {
    return features.stream()
        .filter(feature -> feature.page() == page)
        .findFirst()
        .orElseThrow()
        .view()
        .apply(kit);
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      model.drop(event.getDragboard().getFiles().stream().map(File::toPath).toList(), features);
      event.setDropCompleted(true);
    }
    event.consume();
  }
}
