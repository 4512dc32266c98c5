package myna.text.en.pronounce;

import java.util.List;
import java.util.Set;

/** The sounds of English endings, which depend on the sound before them. */
public final class Inflection {
  private static final Set<String> SIBILANTS = Set.of("S", "Z", "SH", "ZH", "CH", "JH");
  private static final Set<String> VOICELESS = Set.of("P", "T", "K", "F", "TH");
  private static final Set<String> VOICELESS_BEFORE_D =
      Set.of("P", "K", "F", "TH", "S", "SH", "CH");

  private Inflection() {}

  /** What -s or -'s sounds like after {@code last}. */
  public static List<String> plural(String last) {
    if (SIBILANTS.contains(last)) {
      return List.of("IH0", "Z");
    }
    return List.of(VOICELESS.contains(last) ? "S" : "Z");
  }

  /** What -ed sounds like after {@code last}. */
  static List<String> past(String last) {
    if (last.equals("T") || last.equals("D")) {
      return List.of("IH0", "D");
    }
    return List.of(VOICELESS_BEFORE_D.contains(last) ? "T" : "D");
  }
}
