package myna.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;
import myna.ui.settings.Settings;

/** Puts a theme on a scene and follows the system's where the user wants that. */
final class Themes {
  private static final String FOLDER = "/myna/ui/";

  private final Scene scene;
  private final Subscription system;
  private Settings.Look look;
  private Boolean dark;

  Themes(Scene scene, Settings.Look look) {
    this.scene = scene;
    this.look = look;
    loadFont("Inter-Regular.ttf");
    loadFont("Inter-SemiBold.ttf");
    system = Platform.getPreferences().colorSchemeProperty().subscribe(() -> wear(this.look));
    wear(look);
  }

  /** Shows the scene in that look. */
  void wear(Settings.Look changed) {
    look = changed;
    boolean wantsDark =
        switch (look.theme()) {
          case DARK -> true;
          case LIGHT -> false;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    scene.getRoot().setStyle("-fx-font-size: " + 14 * look.textSize() / 100.0 + "px;");
    if (dark != null && dark == wantsDark) {
      return;
    }
    dark = wantsDark;
    Application.setUserAgentStylesheet(
        wantsDark
            ? new PrimerDark().getUserAgentStylesheetBSS()
            : new PrimerLight().getUserAgentStylesheetBSS());
    scene.getStylesheets().setAll(sheet(wantsDark ? "dark.css" : "light.css"), sheet("studio.css"));
  }

  void release() {
    system.unsubscribe();
  }

  private static String sheet(String name) {
    return Themes.class.getResource(FOLDER + name).toExternalForm();
  }

  private static void loadFont(String name) {
    Font.loadFont(Themes.class.getResource(FOLDER + "fonts/" + name).toExternalForm(), 14);
  }
}
