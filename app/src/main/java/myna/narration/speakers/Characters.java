package myna.narration.speakers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import myna.narration.book.Block;

/**
 * The people of a book with what they say.
 *
 * @param speaking those who surely say something, those with most words first
 * @param quotations how many there are
 * @param sure for how many of them it is clear who speaks
 */
public record Characters(List<Speaking> speaking, int quotations, int sure) {
  /**
   * Somebody who speaks.
   *
   * @param quotations that are surely theirs
   * @param words of these
   */
  public record Speaking(Person person, int quotations, int words) {
    private Speaking plus(int more) {
      return new Speaking(person, quotations + 1, words + more);
    }
  }

  /** Copies the list. */
  public Characters {
    speaking = List.copyOf(speaking);
  }

  /** Counts what is said in some chapters. */
  public static Characters of(Iterable<List<Block>> chapters, People people) {
    SpeakerFinder finder = new SpeakerFinder(people);
    Map<String, Speaking> counts = new TreeMap<>();
    int quotations = 0;
    int sure = 0;
    for (List<Block> chapter : chapters) {
      for (Attribution one : finder.attribute(chapter)) {
        quotations++;
        if (one.isSure()) {
          sure++;
          int words = words(one.quotation().of(chapter.get(one.block()).text()));
          counts.merge(
              one.speaker().name(),
              new Speaking(one.speaker(), 1, words),
              (before, now) -> before.plus(now.words()));
        }
      }
    }
    List<Speaking> sorted = new ArrayList<>(counts.values());
    sorted.sort(Comparator.comparingInt(Speaking::words).reversed());
    return new Characters(sorted, quotations, sure);
  }

  private static int words(String text) {
    return (int) Token.of(text).stream().filter(Token::isWord).count();
  }
}
