package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Words can be read on what they lie on: contrast by WCAG 2.2, success criteria 1.4.3 and 1.4.11.
 */
class ContrastTest {
  private static final Pattern COLOUR = Pattern.compile("(-[a-z0-9-]+):\\s*#([0-9a-f]{6});");
  private static final List<String> GROUNDS =
      List.of("bg-default", "bg-overlay", "bg-subtle", "bg-inset");
  private static final List<String> WORDS =
      List.of(
          "fg-default",
          "fg-muted",
          "fg-subtle",
          "accent-fg",
          "success-fg",
          "warning-fg",
          "danger-fg");

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void wordsCanBeRead(String theme) throws IOException {
    Map<String, Integer> colours = colours(theme);
    for (String ground : GROUNDS) {
      for (String word : WORDS) {
        assertContrast(colours, "-color-" + word, "-color-" + ground, 4.5);
      }
    }
    for (String role : List.of("accent", "success", "warning", "danger")) {
      assertContrast(colours, "-color-fg-emphasis", "-color-" + role + "-emphasis", 4.5);
      assertContrast(colours, "-color-" + role + "-fg", "-color-" + role + "-subtle", 4.5);
      assertContrast(colours, "-color-fg-default", "-color-" + role + "-subtle", 4.5);
      assertContrast(colours, "-color-fg-muted", "-color-" + role + "-subtle", 4.5);
    }
    assertContrast(colours, "-color-fg-default", "-color-neutral-subtle", 4.5);
    assertContrast(colours, "-color-fg-muted", "-color-neutral-subtle", 4.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void shapesCanBeSeen(String theme) throws IOException {
    Map<String, Integer> colours = colours(theme);
    for (String shape : List.of("-myna-wave", "-myna-wave-played", "-myna-wave-mark")) {
      assertContrast(colours, shape, "-color-bg-default", 3);
      assertContrast(colours, shape, "-color-bg-subtle", 3);
    }
  }

  private static void assertContrast(
      Map<String, Integer> colours, String front, String back, double least) {
    double a = luminance(colours.get(front));
    double b = luminance(colours.get(back));
    double ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    assertThat(ratio).as("%s on %s", front, back).isGreaterThanOrEqualTo(least);
  }

  /** Relative luminance as WCAG defines it, in [0, 1]. */
  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static Map<String, Integer> colours(String theme) throws IOException {
    String sheet = Files.readString(Path.of("app/src/main/resources/myna/ui", theme + ".css"));
    Map<String, Integer> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(sheet);
    while (matcher.find()) {
      colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
    }
    return colours;
  }
}
