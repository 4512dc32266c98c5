package myna.voice;

import java.util.List;

/** Colours to tell voices by; the user may choose others. */
final class Colours {
  private static final List<String> PALETTE =
      List.of(
          "#4c78a8", "#f58518", "#54a24b", "#e45756", "#72b7b2", "#b279a2", "#eeca3b", "#9d755d");

  private Colours() {}

  /** The colour that the fewest of the voices have. */
  static String next(List<Voice> voices) {
    String best = PALETTE.getFirst();
    long fewest = Long.MAX_VALUE;
    for (String colour : PALETTE) {
      long count = voices.stream().filter(v -> v.profile().colour().equals(colour)).count();
      if (count < fewest) {
        best = colour;
        fewest = count;
      }
    }
    return best;
  }
}
