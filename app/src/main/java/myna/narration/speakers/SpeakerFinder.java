package myna.narration.speakers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import myna.narration.book.Block;

/** Finds who says the quotations of a chapter. */
public final class SpeakerFinder {
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
    List<Person> present = present(blocks, turns);
    if (turns.isEmpty() || present.isEmpty()) {
      return List.of();
    }
    BestSpeakers best = new BestSpeakers(turns, present);
    List<Attribution> attributions = new ArrayList<>();
    for (int t = 0; t < turns.size(); t++) {
      BestSpeakers.Best speaker = best.best(t);
      Turn turn = turns.get(t);
      Person person = present.get(speaker.person());
      turn.quotations()
          .forEach(
              quotation ->
                  attributions.add(
                      new Attribution(turn.block(), quotation, person, speaker.margin())));
    }
    return attributions;
  }

  /** Those whom the chapter names or hints at, and who tells it. */
  private List<Person> present(List<Block> blocks, List<Turn> turns) {
    Set<Person> present = new LinkedHashSet<>();
    people.self().ifPresent(present::add);
    for (Block block : blocks) {
      people.called(Token.of(block.text())).forEach(called -> present.add(called.person()));
    }
    turns.stream().flatMap(turn -> turn.hinted().stream()).forEach(present::add);
    return present.stream().sorted(Comparator.comparing(Person::name)).toList();
  }
}
