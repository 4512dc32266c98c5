package myna.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;
import myna.ui.common.PageView;
import myna.ui.common.ViewKit;

/** The settings page: one section below the other. */
public final class SettingsView extends PageView {

  /** The page of a model. */
  public SettingsView(SettingsViewModel model, EngineModel packs, ServerModel server, ViewKit kit) {
    HBox head = Nodes.row(12, Nodes.label(kit.text("page.SETTINGS"), "page-title"));
    head.getStyleClass().add("page-head");
    setTop(head);
    EngineSection engine = new EngineSection(model, packs, kit);
    SoundSection sound = new SoundSection(model, kit);
    ServerSection programs = new ServerSection(server, kit);
    StorageSection storage = new StorageSection(model, kit);
    VBox sections =
        new VBox(
            section(kit, "look", new LookSection(model, kit)),
            section(kit, "engine", engine),
            section(kit, "sound", sound),
            section(kit, "server", programs),
            section(kit, "storage", storage),
            section(kit, "shortcuts", new ShortcutsSection(kit)),
            section(kit, "about", new AboutSection(model, kit)));
    sections.getStyleClass().addAll("settings");
    StackPane body = new StackPane(sections);
    body.getStyleClass().add("page-body");
    body.setAlignment(Pos.TOP_LEFT);
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    setCenter(scroll);
    keep(engine.follow());
    keep(sound.follow());
    keep(programs.follow());
    keep(storage.follow());
    keep(model.engineProperty().subscribe(any -> packs.look()));
  }

  private static VBox section(ViewKit kit, String name, Node content) {
    return Nodes.column(8, Nodes.label(kit.text("settings." + name), "heading"), content);
  }
}
