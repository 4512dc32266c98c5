package myna.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The programs that the operating system has for kinds of files. */
final class SystemPrograms {
  private SystemPrograms() {}

  /**
   * Shows a file in its program, and does not wait for it; false where nothing is there to do it.
   */
  static boolean show(Path file) {
    try {
      new ProcessBuilder(command(System.getProperty("os.name"), file))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** What opens a file on a system. */
  static List<String> command(String system, Path file) {
    String name = system.toLowerCase(Locale.ROOT);
    String address = file.toUri().toString();
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(name.startsWith("mac") ? "open" : "xdg-open", address);
  }
}
