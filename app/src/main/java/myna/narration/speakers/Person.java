package myna.narration.speakers;

import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who may speak.
 *
 * @param name that they are called most, or {@link #SELF}
 * @param aliases all that they are called, the name as well
 * @param gender of the pronoun that they go by
 */
public record Person(String name, Set<String> aliases, Gender gender) {
  /** The name of whoever tells the story as "I". */
  public static final String SELF = "I";

  /** Copies the set. */
  public Person {
    TreeSet<String> all = new TreeSet<>(aliases);
    all.add(name);
    aliases = Set.copyOf(all);
  }

  /** Whether it is whoever tells the story. */
  public boolean isSelf() {
    return aliases.contains(SELF);
  }
}
