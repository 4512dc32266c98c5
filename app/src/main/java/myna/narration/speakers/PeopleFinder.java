package myna.narration.speakers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import myna.narration.book.Block;
import myna.narration.speakers.NameCounts.Count;

/**
 * Finds the people of a book: names that speak, are called, or do something; and which of them are
 * one person's.
 */
public final class PeopleFinder {
  /** Fewer "I" outside of quotations are the author's. */
  private static final double SELVES_PER_PARAGRAPH = 0.03;

  /** How often more one name is there than others that a short one could stand for. */
  private static final int CLEARLY = 3;

  private static final int LEAST_SELVES = 4;
  private static final int LEAST_PRONOUNS = 2;

  private final Vocabulary vocabulary = new Vocabulary();
  private final NameCounts names = new NameCounts(vocabulary);
  private int paragraphs;

  private PeopleFinder() {}

  /**
   * The people of a book.
   *
   * @param blocks gives all its blocks, each time anew
   */
  public static People find(Iterable<Block> blocks) {
    PeopleFinder finder = new PeopleFinder();
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.PARAGRAPH) {
        finder.vocabulary.add(Token.of(block.text()));
      }
    }
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.PARAGRAPH) {
        finder.paragraphs++;
        finder.names.add(block.text(), Quotations.of(block.text()));
      }
    }
    return new People(finder.people());
  }

  /** What is known of a person while names are brought together. */
  private static final class Group {
    final Set<FullName> names = new LinkedHashSet<>();
    final Count count = new Count();
    String most = "";
    int mostCount = -1;

    void add(FullName name, Count more) {
      names.add(name);
      count.told += more.told;
      count.speaks += more.speaks;
      count.addressed += more.addressed;
      count.subject += more.subject;
      count.he += more.he;
      count.she += more.she;
      int used = 3 * more.told + more.quoted;
      if (used > mostCount) {
        mostCount = used;
        most = name.text();
      }
    }

    private Gender untitled() {
      Gender told = byPronouns(count);
      return names.stream()
          .map(name -> GivenNames.gender(name.words().getFirst()))
          .filter(gender -> gender != Gender.UNKNOWN && told == Gender.UNKNOWN)
          .findFirst()
          .orElse(told);
    }

    /** Whether it is a gentleman of that surname. */
    boolean isMister(FullName surname) {
      return names.stream()
          .anyMatch(
              one ->
                  one.title().equals("mr")
                      && one.words().getLast().equals(surname.words().getFirst()));
    }

    Gender gender() {
      return names.stream()
          .map(FullName::gender)
          .filter(gender -> gender != Gender.UNKNOWN)
          .findFirst()
          .orElseGet(() -> untitled());
    }
  }

  private static Gender hint(String name, Count count) {
    Gender given = GivenNames.gender(FullName.of(name, Gender.UNKNOWN).words().getFirst());
    return given == Gender.UNKNOWN ? byPronouns(count) : given;
  }

  private static Gender byPronouns(Count count) {
    if (count.he >= LEAST_PRONOUNS && count.he > 2 * count.she) {
      return Gender.MALE;
    }
    return count.she >= LEAST_PRONOUNS && count.she > 2 * count.he ? Gender.FEMALE : Gender.UNKNOWN;
  }

  private List<Person> people() {
    List<Person> people = new ArrayList<>();
    List<Group> groups = groups();
    boolean told =
        names.selves() >= LEAST_SELVES && names.selves() > SELVES_PER_PARAGRAPH * paragraphs;
    Group teller = told ? teller(groups) : null;
    if (told && teller == null) {
      people.add(new Person(Person.SELF, Set.of(), Gender.UNKNOWN));
    }
    for (Group group : groups) {
      boolean titled = group.names.stream().anyMatch(name -> !name.title().isEmpty());
      if (group == teller || group.count.isPerson(titled)) {
        Stream<String> aliases = group.names.stream().map(FullName::text);
        Stream<String> self = group == teller ? Stream.of(Person.SELF) : Stream.empty();
        Set<String> all = Set.copyOf(Stream.concat(aliases, self).distinct().toList());
        people.add(new Person(group.most, all, group.gender()));
      }
    }
    return people;
  }

  /** Who is called often and never told of is the one who tells. */
  private static Group teller(List<Group> groups) {
    return groups.stream()
        .filter(group -> group.count.addressed > 1 && group.count.subject + group.count.speaks == 0)
        .max(Comparator.comparingInt(group -> group.count.addressed))
        .orElse(null);
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    List<Map.Entry<FullName, Count>> all =
        names.counts().entrySet().stream()
            .map(
                e ->
                    Map.entry(
                        FullName.of(e.getKey(), hint(e.getKey(), e.getValue())), e.getValue()))
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<FullName, Count> e) -> -e.getKey().words().size())
                    .thenComparing(e -> e.getKey().title().isEmpty())
                    .thenComparing(e -> e.getKey().text()))
            .toList();
    for (Map.Entry<FullName, Count> entry : all) {
      group(groups, entry.getKey()).add(entry.getKey(), entry.getValue());
    }
    return groups;
  }

  /** The one group that a name belongs to, or a new one. */
  private static Group group(List<Group> groups, FullName name) {
    if (name.title().isEmpty() && name.words().size() == 1) {
      List<Group> misters = groups.stream().filter(group -> group.isMister(name)).toList();
      if (misters.size() == 1) {
        return misters.getFirst(); // a plain surname is the gentleman's
      }
    }
    List<Group> fitting =
        groups.stream()
            .filter(group -> group.names.stream().anyMatch(name::isShortOf))
            .filter(group -> group.names.stream().allMatch(name::goesWith))
            .toList();
    Optional<Group> likely =
        fitting.stream().max(Comparator.comparingInt(group -> group.count.told));
    boolean clear =
        likely.isPresent()
            && fitting.stream()
                .filter(group -> group != likely.get())
                .allMatch(group -> CLEARLY * group.count.told <= likely.get().count.told);
    if (clear) {
      return likely.get();
    }
    Group own = new Group();
    groups.add(own);
    return own;
  }
}
