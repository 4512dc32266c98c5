package myna.narration.speakers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import myna.narration.book.Block;

/** Finds who says the quotations of a chapter. */
public final class SpeakerFinder {
  /** Work grows with the cube of the people: those who are named least do not speak. */
  private static final int MOST_PEOPLE = 24;

  /** Memory grows with the turns that are looked at together. */
  private static final int MOST_TURNS = 500;

  private final People people;

  /** A finder that knows the people of the book. */
  public SpeakerFinder(People people) {
    this.people = people;
  }

  /**
   * The quotations of a chapter in their order, with their speakers; none where nobody is known.
   */
  public List<Attribution> attribute(List<Block> blocks) {
    List<Turn> turns = TurnReader.read(blocks, people);
    List<Person> present = turns.isEmpty() ? List.of() : present(blocks, turns);
    List<Attribution> attributions = new ArrayList<>();
    for (int from = 0; from < turns.size() && !present.isEmpty(); from += MOST_TURNS) {
      int to = Math.min(turns.size(), from + MOST_TURNS);
      attribute(turns.subList(from, to), present, attributions);
    }
    return attributions;
  }

  private static void attribute(
      List<Turn> turns, List<Person> present, List<Attribution> attributions) {
    BestSpeakers best = new BestSpeakers(turns, present);
    for (int t = 0; t < turns.size(); t++) {
      BestSpeakers.Best speaker = best.best(t);
      Turn turn = turns.get(t);
      Person person = present.get(speaker.person());
      turn.quotations().stream()
          .map(span -> new Attribution(turn.block(), span, person, speaker.margin()))
          .forEach(attributions::add);
    }
  }

  /** Those whom the chapter names or hints at, and who tells it. */
  private List<Person> present(List<Block> blocks, List<Turn> turns) {
    Map<Person, Integer> named = new HashMap<>();
    people.self().ifPresent(self -> named.put(self, Integer.MAX_VALUE / 2));
    for (Block block : blocks) {
      people
          .called(Token.of(block.text()))
          .forEach(called -> named.merge(called.person(), 1, Integer::sum));
    }
    for (Turn turn : turns) {
      turn.hinted().forEach(person -> named.merge(person, 1, Integer::sum));
    }
    return named.entrySet().stream()
        .sorted(
            Map.Entry.<Person, Integer>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().name()))
        .limit(MOST_PEOPLE)
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(Person::name))
        .toList();
  }
}
