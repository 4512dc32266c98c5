package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import myna.ui.common.Language;
import myna.ui.common.Notice;
import myna.ui.settings.Settings.Theme;
import myna.ui.shell.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellFlowTest extends StudioFlow {
  @BeforeEach
  void toSettings() {
    Headless.run(() -> studio.shell.pageProperty().set(Page.SETTINGS));
  }

  @Test
  void theThemeIsChosenWithTheMouse() {
    studio.choose("#theme", "Dark");
    assertThat(studio.settings.get().look().theme()).isEqualTo(Theme.DARK);
    assertThat(studio.root().getScene().getStylesheets())
        .anyMatch(sheet -> sheet.endsWith("dark.css"));
  }

  @Test
  void theLanguageChangesEverywhereAtOnce() {
    studio.choose("#language", "Deutsch");
    assertThat(studio.settings.get().look().language()).isEqualTo(Language.GERMAN);
    Labeled entry = studio.find("#page-SETTINGS", Labeled.class);
    assertThat(entry.getText()).isEqualTo("Einstellungen");
    assertThat(studio.find("#theme", ComboBox.class).getAccessibleText()).isEqualTo("Farben");
  }

  @Test
  void arrowKeysAndSpaceGoToOtherPages() {
    Headless.run(() -> studio.find("#page-SETTINGS", Labeled.class).requestFocus());
    studio.robot.type(KeyCode.UP);
    studio.robot.type(KeyCode.SPACE);
    Headless.settle();
    assertThat(studio.shell.pageProperty().get()).isEqualTo(Page.HISTORY);
  }

  @Test
  void largerTextIsLarger() {
    double before =
        Headless.in(() -> studio.find(".page-title", Labeled.class).getFont().getSize());
    studio.choose("#text-size", "150 %");
    double after = Headless.in(() -> studio.find(".page-title", Labeled.class).getFont().getSize());
    assertThat(after / before).isBetween(1.49, 1.51);
  }

  @Test
  void aPanelKeepsTheKeyboardUntilEscape() {
    studio.press("#licence");
    Headless.await("the licence is shown", () -> studio.isShown(".dialog"));
    for (int i = 0; i < 5; i++) {
      studio.robot.type(KeyCode.TAB);
      assertThat(Headless.in(() -> studio.isWithin(studio.focused(), ".dialog"))).isTrue();
    }
    studio.robot.type(KeyCode.ESCAPE);
    Headless.await("the panel is closed", () -> !studio.isShown(".dialog"));
    assertThat(Headless.in(studio::focused).getId()).isEqualTo("licence");
  }

  @Test
  void aNoticeIsClosedWithTheMouse() {
    Headless.run(() -> studio.shell.accept(Notice.warning("shell.drop.unknown")));
    assertThat(studio.isShown(".notice")).isTrue();
    studio.press(".notice .icon-button");
    Headless.await("the notice is gone", () -> !studio.isShown(".notice"));
  }

  @Test
  void picturesOfTheSettings() {
    studio.pictures("settings");
  }
}
