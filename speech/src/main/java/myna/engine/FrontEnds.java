package myna.engine;

import java.util.Map;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;

/** Front ends, which are costly to make: those that were used last. For use by several threads. */
final class FrontEnds {
  private static final int MOST = 8;

  private final Map<TextSettings, TextFrontEnd> made = new LatestUsed<>(MOST);

  TextFrontEnd of(TextSettings settings) {
    synchronized (made) {
      return made.computeIfAbsent(settings, EnglishFrontEnd::new);
    }
  }
}
