package myna.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import myna.speech.SpokenWord;

/** What is said of words that the self-check could not make out. */
final class DoubtLines {
  /** More doubtful words in a row are not named. */
  private static final int MOST_NAMED = 5;

  private DoubtLines() {}

  /** A line for each run of doubtful words. */
  static List<String> of(List<SpokenWord> words) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= words.size(); i++) {
      if (i == words.size() || !words.get(i).clarity().doubtful()) {
        if (i > from) {
          lines.add(line(words.subList(from, i)));
        }
        from = i + 1;
      }
    }
    return lines;
  }

  private static String line(List<SpokenWord> run) {
    double start = run.getFirst().start();
    if (run.size() > MOST_NAMED) {
      return String.format(
          Locale.ROOT,
          "nothing from %.2f s to %.2f s can be understood; another clip or seed may help",
          start,
          run.getLast().end());
    }
    String said = String.join(" ", run.stream().map(SpokenWord::text).toList());
    return String.format(Locale.ROOT, "'%s' at %.2f s is hard to make out", said, start);
  }
}
