package myna.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import myna.ui.common.FileChoosers;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.common.Language;
import myna.ui.settings.Settings;
import myna.ui.settings.Settings.Look;
import myna.ui.settings.Settings.Theme;
import myna.ui.shell.ShellViewModel;
import myna.ui.shell.StudioWindow;
import org.testfx.api.FxRobot;

/** The studio in a window without a display, wired as it ships, with choosers that answer. */
final class TestStudio implements AutoCloseable, FileChoosers {
  final FxRobot robot = new FxRobot();
  final ShellViewModel shell = new ShellViewModel();
  final JsonStore<Settings> settings;
  List<Path> toOpen = List.of();
  Path toSave;
  private final Jobs jobs = Jobs.ofStudio();
  private Stage stage;

  private TestStudio(Path home) {
    settings = new JsonStore<>(home.resolve("settings.json"), Settings.defaults(), jobs);
    Headless.run(
        () -> {
          settings.change(s -> s.with(new Look(Theme.LIGHT, Language.ENGLISH, 100)));
          stage = new Stage();
          new StudioWindow(
                  stage,
                  shell,
                  new Wiring(new Studio.Places(Path.of(""), home, "0.0.0"), jobs, settings, shell)
                      .features(),
                  settings,
                  messages -> this)
              .show();
        });
  }

  static TestStudio open(Path home) {
    Headless.start();
    return new TestStudio(home);
  }

  Parent root() {
    return stage.getScene().getRoot();
  }

  /** Presses what a query finds, with the mouse. */
  void press(String query) {
    Headless.settle();
    Node node = robot.lookup(query).match(Node::isVisible).query();
    robot.clickOn(node);
    Headless.settle();
  }

  /** Opens a box and chooses the entry of that name, with the mouse. */
  void choose(String box, String entry) {
    press(box);
    Node cell =
        robot
            .lookup(".combo-box-popup .list-cell")
            .<ListCell<?>>match(each -> each.isVisible() && entry.equals(each.getText()))
            .query();
    robot.clickOn(cell);
    Headless.settle();
  }

  boolean isShown(String query) {
    return Headless.in(() -> robot.lookup(query).match(Node::isVisible).tryQuery().isPresent());
  }

  Node focused() {
    return stage.getScene().getFocusOwner();
  }

  boolean isWithin(Node node, String query) {
    Node outer = find(query, Node.class);
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  /** Pictures of the window in both themes. */
  void pictures(String name) {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      wear(theme);
      Headless.picture(root(), name + "-" + theme.name().toLowerCase(Locale.ROOT), 1);
    }
  }

  private void wear(Theme theme) {
    Headless.run(
        () ->
            settings.change(
                s -> s.with(new Look(theme, s.look().language(), s.look().textSize()))));
  }

  <N extends Node> N find(String query, Class<N> type) {
    return robot.lookup(query).queryAs(type);
  }

  @Override
  public void close() {
    Headless.run(stage::close);
    jobs.close();
  }

  @Override
  public List<Path> open(Sort sort) {
    return toOpen;
  }

  @Override
  public Optional<Path> save(Sort sort, String suggestedName) {
    return Optional.ofNullable(toSave);
  }

  @Override
  public Optional<Path> folder() {
    return Optional.ofNullable(toSave);
  }
}
