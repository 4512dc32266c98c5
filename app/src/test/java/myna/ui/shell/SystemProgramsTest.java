package myna.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SystemProgramsTest {
  @Test
  void asksEachSystemForItsProgram() {
    Path page = Path.of("a book.html").toAbsolutePath();
    assertThat(SystemPrograms.command("Linux", page)).first().isEqualTo("xdg-open");
    assertThat(SystemPrograms.command("Mac OS X", page)).first().isEqualTo("open");
    assertThat(SystemPrograms.command("Windows 11", page)).first().isEqualTo("rundll32");
    assertThat(SystemPrograms.command("Linux", page).getLast())
        .startsWith("file:/")
        .endsWith("a%20book.html");
  }
}
