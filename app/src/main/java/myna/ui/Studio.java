package myna.ui;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.settings.Settings;
import myna.ui.shell.Feature;
import myna.ui.shell.ShellViewModel;
import myna.ui.shell.StudioWindow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the studio. */
public final class Studio {
  private static final Logger LOG = LoggerFactory.getLogger(Studio.class);

  private Studio() {}

  /**
   * Where the studio finds its things.
   *
   * @param application the application's folder, which holds models
   * @param home the user's data
   * @param version of the program
   */
  public record Places(Path application, Path home, String version) {
    /** The places of this process: {@code myna.root} and MYNA_HOME, or what is usual here. */
    public static Places here(String version) {
      String named = System.getenv("MYNA_HOME");
      return new Places(
          Path.of(System.getProperty("myna.root", "")).toAbsolutePath(),
          named == null || named.isBlank() ? usualHome() : Path.of(named).toAbsolutePath(),
          version);
    }

    private static Path usualHome() {
      Path user = Path.of(System.getProperty("user.home"));
      String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      if (system.contains("win")) {
        String data = System.getenv("APPDATA");
        return (data == null ? user.resolve("AppData/Roaming") : Path.of(data)).resolve("Myna");
      }
      if (system.contains("mac")) {
        return user.resolve("Library/Application Support/Myna");
      }
      String data = System.getenv("XDG_DATA_HOME");
      return (data == null || data.isBlank() ? user.resolve(".local/share") : Path.of(data))
          .resolve("myna");
    }
  }

  /**
   * Opens the window and returns when it is closed.
   *
   * @param files taken as if they were dropped on the window
   * @param err told in one line where there is no display
   * @return 0, or 1 where there is no display
   */
  public static int open(Places places, List<Path> files, PrintWriter err) {
    if (!hasDisplay()) {
      err.println("myna: there is no display to open a window on; see myna --help for commands");
      return 1;
    }
    quietToolkit();
    Platform.setImplicitExit(false);
    try (Jobs jobs = Jobs.ofStudio()) {
      JsonStore<Settings> settings =
          new JsonStore<>(places.home().resolve("settings.json"), Settings.defaults(), jobs);
      Platform.startup(() -> {});
      CompletableFuture<Wiring> closed = new CompletableFuture<>();
      CompletableFuture.supplyAsync(() -> show(places, jobs, settings, closed), Platform::runLater)
          .thenAcceptAsync(take -> take.accept(files), Platform::runLater)
          .join();
      closed.join().close();
      Platform.exit();
      return 0;
    } catch (UnsupportedOperationException e) {
      err.println("myna: the window could not be opened: " + e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println("myna: " + e.getMessage());
      return 1;
    }
  }

  /**
   * Shows the window, and tells when it was closed.
   *
   * @return what hands files to the window
   */
  private static Consumer<List<Path>> show(
      Places places, Jobs jobs, JsonStore<Settings> settings, CompletableFuture<Wiring> closed) {
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, failure) -> LOG.error("in a view", failure));
    Stage stage = new Stage();
    ShellViewModel shell = new ShellViewModel();
    Wiring wiring =
        new Wiring(places, jobs, settings, shell, Wiring.Outside.real(places, settings));
    stage.setOnHidden(
        event -> {
          wiring.leave();
          closed.complete(wiring);
        });
    List<Feature> features = wiring.features();
    new StudioWindow(stage, shell, features, settings).show();
    return files -> {
      if (!files.isEmpty()) {
        shell.drop(files, features);
      }
    };
  }

  /**
   * X11 and Wayland need an address; elsewhere there always is a display, or a headless toolkit.
   */
  private static boolean hasDisplay() {
    boolean unix = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    boolean headless = "Headless".equals(System.getProperty("glass.platform"));
    return headless || !unix || has("DISPLAY");
  }

  private static boolean has(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }

  /** The toolkit warns at each start that it comes from the class path, as it does here. */
  private static void quietToolkit() {
    TOOLKIT_LOG.setLevel(java.util.logging.Level.SEVERE);
  }

  // Kept here, because a logger nobody holds forgets its level.
  private static final java.util.logging.Logger TOOLKIT_LOG =
      java.util.logging.Logger.getLogger("javafx");
}
