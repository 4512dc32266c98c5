package myna.narration.speakers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import myna.text.Span;

/** What one person says in a paragraph, and what hints at who it is. */
final class Turn {
  /** What lies between a turn and the one before. */
  enum Gap {
    /** Nothing: the paragraphs follow one another. */
    NONE,
    /** The story goes on. */
    STORY,
    /** Another scene begins, or the chapter. */
    SCENE
  }

  private final int block;
  private final List<Span> quotations = new ArrayList<>();
  private final Map<Person, Double> hints = new HashMap<>();
  private final List<Person> addressed = new ArrayList<>();
  private Gap gap;
  private boolean sameAsBefore;
  private Person named;
  private Gender gender = Gender.UNKNOWN;

  Turn(int block, Gap gap) {
    this.block = block;
    this.gap = gap;
  }

  /** The number of its block in the chapter. */
  int block() {
    return block;
  }

  List<Span> quotations() {
    return quotations;
  }

  Gap gap() {
    return gap;
  }

  void closer(Gap other) {
    gap = other;
  }

  /** Those who are called by their names in it. */
  List<Person> addressed() {
    return addressed;
  }

  /** Whether it goes on what the paragraph before left open. */
  boolean isSameAsBefore() {
    return sameAsBefore;
  }

  void continueBefore() {
    sameAsBefore = true;
  }

  /** Says something for somebody, or against. */
  void hint(Person person, double score) {
    hints.merge(person, score, Double::sum);
  }

  Set<Person> hinted() {
    return hints.keySet();
  }

  double hint(Person person) {
    return hints.getOrDefault(person, 0.0);
  }

  /** What a word tells of the speaker's gender. */
  void tell(Gender told) {
    gender = told;
  }

  Gender gender() {
    return gender;
  }

  /** Whom the text says to speak. */
  Optional<Person> named() {
    return Optional.ofNullable(named);
  }

  void because(Person person) {
    named = person;
  }
}
