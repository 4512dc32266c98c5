package myna.narration.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The people of a book, with all that they are called. */
public final class People implements Names {
  /** Nobody. */
  public static final People NOBODY = new People(List.of());

  private final List<Person> persons;
  private final Map<String, Person> byName = new LinkedHashMap<>();
  private final Set<String> words = new HashSet<>();

  /** Some people. */
  public People(Collection<Person> persons) {
    this.persons = persons.stream().sorted(Comparator.comparing(Person::name)).toList();
    for (Person person : this.persons) {
      for (String alias : person.aliases()) {
        byName.put(key(alias), person);
        for (Token token : Token.of(alias)) {
          if (!Vocabulary.isTitle(token) || key(alias).equals(token.small())) {
            words.add(token.small());
          }
        }
      }
    }
    words.remove(key(Person.SELF));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** All of them, by their names. */
  public List<Person> persons() {
    return persons;
  }

  /** Who is called so. */
  public Optional<Person> find(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /** Who tells the story as "I", if somebody does. */
  Optional<Person> self() {
    return find(Person.SELF);
  }

  @Override
  public boolean isName(Token token) {
    return token.isWord() && token.isCapital() && words.contains(token.small());
  }

  /** Whoever has the surname of somebody, with another title. */
  Optional<Person> titled(Person person, String title, String other) {
    return person == null
        ? Optional.empty()
        : person.aliases().stream()
            .filter(alias -> alias.startsWith(title))
            .sorted()
            .findFirst()
            .flatMap(alias -> find(other + alias.substring(title.length())));
  }

  /** The people among the names of some tokens, in order. */
  List<Called> called(List<Token> tokens) {
    List<Called> called = new ArrayList<>();
    for (Mention mention : Mention.of(tokens, this)) {
      find(mention.name()).ifPresent(person -> called.add(new Called(person, mention)));
    }
    return called;
  }

  /** A person where a text calls them. */
  record Called(Person person, Mention mention) {}

  /** The same people, of whom two are one; as they are where one of them is not there. */
  public People merged(String name, String into) {
    Optional<Person> one = find(name);
    Optional<Person> other = find(into);
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return this;
    }
    Set<String> aliases = new TreeSet<>(other.get().aliases());
    aliases.addAll(one.get().aliases());
    Gender known = other.get().gender();
    Gender gender = known == Gender.UNKNOWN ? one.get().gender() : known;
    List<Person> merged = new ArrayList<>(persons);
    merged.removeAll(List.of(one.get(), other.get()));
    merged.add(new Person(other.get().name(), aliases, gender));
    return new People(merged);
  }

  /** The same people, of whom those are one that were so among others. */
  public People mergedLike(People before) {
    People merged = this;
    for (Person person : before.persons) {
      for (String alias : person.aliases()) {
        merged = merged.merged(alias, person.name());
      }
    }
    return merged;
  }

  /** As a text: a line for each, parted by tabs. */
  public String toText() {
    return persons.stream()
        .map(
            person ->
                person.gender()
                    + "\t"
                    + person.name()
                    + person.aliases().stream()
                        .filter(alias -> !alias.equals(person.name()))
                        .sorted()
                        .map(alias -> "\t" + alias)
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  /** Reads what {@link #toText} wrote. */
  public static People parse(String text) {
    return new People(
        text.lines()
            .filter(line -> !line.isEmpty())
            .map(line -> line.split("\t"))
            .map(
                parts ->
                    new Person(
                        parts[1],
                        Set.copyOf(Arrays.asList(parts).subList(1, parts.length)),
                        Gender.valueOf(parts[0])))
            .toList());
  }
}
