package myna.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import myna.engine.Leases;
import myna.ui.common.FileChoosers;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.common.Language;
import myna.ui.fakes.FakeDevices;
import myna.ui.fakes.FakeEngine;
import myna.ui.fakes.FakeLoudspeaker;
import myna.ui.fakes.FakeMicrophone;
import myna.ui.settings.Settings;
import myna.ui.settings.Settings.Look;
import myna.ui.settings.Settings.Theme;
import myna.ui.shell.Feature;
import myna.ui.shell.Page;
import myna.ui.shell.ShellViewModel;
import myna.ui.shell.StudioWindow;
import myna.ui.sound.Transport;
import myna.ui.wave.SpectrogramView;
import myna.voice.Voice;
import org.testfx.api.FxRobot;

/** The studio in a window without a display, wired as it ships, with choosers that answer. */
final class TestStudio implements AutoCloseable, FileChoosers {
  final FxRobot robot = new FxRobot();
  final FakeLoudspeaker loudspeaker = new FakeLoudspeaker(8);
  final FakeMicrophone microphone = new FakeMicrophone();
  final FakeEngine engine = new FakeEngine();
  final ShellViewModel shell = new ShellViewModel();
  final JsonStore<Settings> settings;
  List<Path> toOpen = List.of();
  Path toSave;
  final List<Path> shown = new CopyOnWriteArrayList<>();
  private final Jobs jobs = Jobs.ofStudio();
  private Stage stage;
  private Wiring wiring;

  private TestStudio(Path home, Optional<Leases> real) {
    settings = new JsonStore<>(home.resolve("settings.json"), Settings.defaults(), jobs);
    Headless.run(
        () -> {
          settings.change(s -> s.with(new Look(Theme.LIGHT, Language.ENGLISH, 100)));
          stage = new Stage();
          Studio.Places places = new Studio.Places(Path.of(""), home, "0.0.0");
          wiring =
              new Wiring(
                  places,
                  jobs,
                  settings,
                  shell,
                  new Wiring.Outside(
                      new Wiring.Hardware(loudspeaker, microphone, FakeDevices.ONE_EACH),
                      real.orElse(() -> engine),
                      () -> {}));
          new StudioWindow(stage, shell, wiring.features(), settings, messages -> this).show();
        });
  }

  static TestStudio open(Path home) {
    Headless.start();
    return new TestStudio(home, Optional.empty());
  }

  /** A studio that speaks with a real model. */
  static TestStudio open(Path home, Leases real) {
    Headless.start();
    return new TestStudio(home, Optional.of(real));
  }

  void go(Page page) {
    Headless.run(() -> shell.pageProperty().set(page));
  }

  /** Adds the voices that come with the program, and waits for them. */
  void addSampleVoices() {
    Headless.run(wiring.voicesModel()::addSamples);
    Headless.await("the voices are there", () -> wiring.voicesModel().voices().size() == 3);
    Headless.run(shell.notices()::clear);
  }

  Parent root() {
    return stage.getScene().getRoot();
  }

  /** Presses what a query finds, with the mouse. */
  void press(String query) {
    Headless.settle();
    Node node = robot.from(root()).lookup(query).match(Node::isVisible).query();
    Headless.run(() -> reveal(node));
    robot.clickOn(node);
    Headless.settle();
  }

  /** Scrolls to a node, as a user does. */
  private static void reveal(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each instanceof ScrollPane pane && pane.getContent() != null) {
        Node content = pane.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden =
            content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        double top = pane.getVvalue() * hidden;
        boolean seen =
            place.getMinY() >= top && place.getMaxY() <= top + pane.getViewportBounds().getHeight();
        if (hidden > 0 && !seen) {
          pane.setVvalue(Math.clamp((place.getMinY() - 40) / hidden, 0, 1));
          pane.layout();
        }
      }
    }
  }

  /** Opens a box and chooses the entry of that name, with the mouse. */
  void choose(String box, String entry) {
    choose(box, entry, ".combo-box-popup .list-cell");
  }

  /** Opens something and chooses the entry of that name from what opens, with the mouse. */
  void choose(String opener, String entry, String entries) {
    press(opener);
    Headless.await("the entries are shown", () -> entry(entry, entries).isPresent());
    robot.clickOn(Headless.in(() -> entry(entry, entries).orElseThrow()));
    Headless.settle();
  }

  private Optional<Node> entry(String entry, String entries) {
    return robot.lookup(entries).queryAll().stream()
        .filter(Node::isVisible)
        .filter(node -> text(node).equals(entry))
        .findFirst();
  }

  private static String text(Node node) {
    if (node instanceof Labeled labeled) {
      return String.valueOf(labeled.getText());
    }
    return node.lookup(".label") instanceof Labeled label ? String.valueOf(label.getText()) : "";
  }

  /** Replaces what is in a field by typing. */
  void type(String query, String text) {
    press(query);
    robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
    robot.type(KeyCode.DELETE);
    robot.write(text, 0);
    Headless.settle();
  }

  ObservableList<Voice> voices() {
    return wiring.voicesModel().voices();
  }

  /** The number of lines on the speak page. */
  int lineCount() {
    return find("#lines", ListView.class).getItems().size();
  }

  /** Writes a book and adds it to the shelf. */
  void openBook(Path file, String text) {
    try {
      toOpen = List.of(Files.writeString(file, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    press("#add-book");
    Headless.await("the book is open", () -> isShown("#chapters"));
    Headless.run(shell.notices()::clear);
  }

  /** Hands over files as a desktop does that opens them with the program. */
  void give(Path... files) {
    Headless.run(() -> shell.drop(List.of(files), wiring.features()));
  }

  /** The number of entries that the history shows. */
  int historyCount() {
    return find("#history", ListView.class).getItems().size();
  }

  /** Whether all of the text is made: then it is told what that cost. */
  boolean isAllMade() {
    return Headless.in(
        () -> find(".dock-words .small", Labeled.class).getText().startsWith("first sound"));
  }

  /** The length between the handles of the clip that is being made. */
  double draftSeconds() {
    String text = Headless.in(() -> find("#clip-place", Labeled.class).getText());
    Matcher length = Pattern.compile("\\((\\d+):(\\d+\\.\\d)\\)").matcher(text);
    if (!length.find()) {
      throw new AssertionError(text);
    }
    return 60 * Integer.parseInt(length.group(1)) + Double.parseDouble(length.group(2));
  }

  void takeFirstLineAgain() {
    find("#take-again", Button.class).fire();
  }

  /** Whether the selected line is being made. */
  boolean isMaking() {
    return find("#take-again", Button.class).isDisabled();
  }

  boolean isSounding() {
    return wiring.transport().stateProperty().get() != Transport.State.STOPPED;
  }

  void silence() {
    Headless.run(wiring.transport()::stop);
  }

  void speak(Language language) {
    Headless.run(
        () ->
            settings.change(
                s -> s.with(new Look(s.look().theme(), language, s.look().textSize()))));
  }

  void resize(double width, double height) {
    Headless.run(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
  }

  /** The pages that there are. */
  List<Page> pages() {
    return wiring.features().stream().map(Feature::page).toList();
  }

  /** As the button in the title bar of the window does. */
  void requestClose() {
    Headless.run(
        () -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  boolean isOpen() {
    return stage.isShowing();
  }

  boolean isShown(String query) {
    return Headless.in(
        () -> robot.from(root()).lookup(query).match(Node::isVisible).tryQuery().isPresent());
  }

  /** Whether a spectrogram has something to show. */
  boolean isPainted(String query) {
    return find(query, SpectrogramView.class).spectrogramProperty().get() != null;
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
    return robot.from(root()).lookup(query).queryAs(type);
  }

  @Override
  public void close() {
    Headless.run(
        () -> {
          stage.close();
          wiring.leave();
        });
    try {
      wiring.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    jobs.close();
  }

  @Override
  public List<Path> open(Sort sort) {
    return toOpen.stream().filter(sort::matches).toList();
  }

  @Override
  public Optional<Path> save(Sort sort, String suggestedName) {
    return Optional.ofNullable(toSave);
  }

  @Override
  public Optional<Path> folder() {
    return Optional.ofNullable(toSave);
  }

  @Override
  public boolean show(Path file) {
    shown.add(file);
    return true;
  }
}
