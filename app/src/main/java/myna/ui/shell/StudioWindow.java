package myna.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import myna.ui.common.FileChoosers;
import myna.ui.common.JsonStore;
import myna.ui.common.Language;
import myna.ui.common.Messages;
import myna.ui.common.Question;
import myna.ui.common.Shortcut;
import myna.ui.settings.Settings;
import myna.ui.settings.Settings.WindowPlace;

/**
 * The window of the studio: follows the settings in theme and language, and remembers its place.
 */
public final class StudioWindow {
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 700;

  private final Stage stage;
  private final ShellViewModel model;
  private final List<Feature> features;
  private final JsonStore<Settings> settings;
  private final Function<Messages, FileChoosers> choosers;
  private final StackPane root = new StackPane();
  private final Themes themes;
  private final Subscription watching;
  private ShellView shell;
  private Messages spoken;

  /** A window with the operating system's file choosers. */
  public StudioWindow(
      Stage stage, ShellViewModel model, List<Feature> features, JsonStore<Settings> settings) {
    this(stage, model, features, settings, messages -> new StageFileChoosers(stage, messages));
  }

  /**
   * A window.
   *
   * @param stage shown by {@link #show}
   * @param features in the order of the navigation
   * @param choosers made for each language
   */
  public StudioWindow(
      Stage stage,
      ShellViewModel model,
      List<Feature> features,
      JsonStore<Settings> settings,
      Function<Messages, FileChoosers> choosers) {
    this.stage = stage;
    this.model = model;
    this.features = features;
    this.settings = settings;
    this.choosers = choosers;
    Scene scene = new Scene(root, LEAST_WIDTH, LEAST_HEIGHT);
    themes = new Themes(scene, settings.get().look());
    shortcuts(scene);
    stage.setScene(scene);
    stage.setTitle("Myna");
    stage.getIcons().add(new Image(getClass().getResourceAsStream("/myna/ui/icon.png")));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setOnCloseRequest(this::closing);
    speak(settings.get().look().language());
    watching =
        Subscription.combine(
            settings.property().map(Settings::look).subscribe(themes::wear),
            settings.property().map(s -> s.look().language()).subscribe(this::speak));
  }

  /** Shows the window where it was the last time. */
  public void show() {
    WindowPlace place = settings.get().window();
    boolean onScreen =
        place.width() > 0
            && !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                .isEmpty();
    if (onScreen) {
      stage.setX(place.x());
      stage.setY(place.y());
      stage.setWidth(place.width());
      stage.setHeight(place.height());
      stage.setMaximized(place.maximized());
    } else {
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      stage.setWidth(Math.clamp(screen.getWidth() * 0.75, LEAST_WIDTH, 1360));
      stage.setHeight(Math.clamp(screen.getHeight() * 0.8, LEAST_HEIGHT, 900));
      stage.centerOnScreen();
    }
    stage.show();
  }

  /** Builds everything anew in that language. */
  private void speak(Language language) {
    Messages messages = Messages.of(language.locale(Locale.getDefault()));
    if (shell != null) {
      shell.release();
    }
    shell = new ShellView(model, features, messages, choosers.apply(messages));
    root.getChildren().setAll(shell);
    spoken = messages;
  }

  private void closing(WindowEvent event) {
    List<String> objections = model.objections(features);
    if (objections.isEmpty()) {
      close();
      return;
    }
    event.consume();
    String reasons = String.join("\n", objections.stream().map(key -> spoken.get(key)).toList());
    shell
        .dialogs()
        .ask(
            new Question(
                spoken.get("shell.close.title"), reasons, spoken.get("shell.close.yes"), true),
            () -> {
              close();
              stage.close();
            });
  }

  private void close() {
    WindowPlace place =
        new WindowPlace(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    WindowPlace before = settings.get().window();
    // A maximized window keeps the place it would go back to.
    settings.change(
        s ->
            s.with(
                stage.isMaximized()
                    ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true)
                    : place));
    watching.unsubscribe();
    themes.release();
    shell.release();
  }

  private void shortcuts(Scene scene) {
    int digit = 1;
    for (Feature feature : features) {
      KeyCombination keys = KeyCombination.valueOf("Shortcut+" + digit++);
      scene.getAccelerators().put(keys, () -> model.pageProperty().set(feature.page()));
    }
    scene
        .getAccelerators()
        .put(Shortcut.SETTINGS.keys(), () -> model.pageProperty().set(Page.SETTINGS));
  }
}
