package myna.narration.speakers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import myna.narration.book.Block;
import myna.narration.speakers.People.Called;
import myna.narration.speakers.Turn.Gap;
import myna.text.Span;

/** Reads the turns of a chapter: who is said to speak, who is called, who does something. */
final class TurnReader {
  private static final double NAMED = 10;
  private static final double ANNOUNCED = 8;
  private static final double ACTS = 4;
  private static final double ACTED_BEFORE = 2.5;
  private static final double PRESENT = 0.7;
  private static final double CALLED = -8;
  private static final double OWN_NAME = 3;
  private static final double SPOKEN_OF = -1;
  private static final double OFTEN = 0.5;
  private static final double LAST_NAMED = 0.8;
  private static final double LAST_SUBJECT = 2;

  /** Behind a quotation, this many tokens are more than a tag: the story goes on. */
  private static final int LONG_STORY = 30;

  /** A word or two that are not said, but quoted: a sensitive, “highstrung” child. */
  private static final Pattern SCARE = Pattern.compile("[“\"]\\p{Ll}[^.!?,—]{0,40}[”\"]");

  private final People people;
  private final Tag tag;
  private final List<Turn> turns = new ArrayList<>();
  private final Map<Gender, Person> subjects = new EnumMap<>(Gender.class); // the last ones
  private final List<Token> story =
      new ArrayList<>(); // of the last paragraph in which nobody spoke
  private Gap gap = Gap.SCENE;
  private boolean open;

  private TurnReader(People people) {
    this.people = people;
    tag = new Tag(people);
  }

  static List<Turn> read(List<Block> blocks, People people) {
    TurnReader reader = new TurnReader(people);
    for (int i = 0; i < blocks.size(); i++) {
      reader.add(i, blocks.get(i));
    }
    reader.prefer();
    return reader.turns;
  }

  /** Those who are often said to speak are likelier to speak where nobody says so. */
  private void prefer() {
    Map<Person, Integer> speaking = new HashMap<>();
    turns.forEach(
        turn -> turn.named().ifPresent(person -> speaking.merge(person, 1, Integer::sum)));
    for (Turn turn : turns) {
      speaking.forEach((person, times) -> turn.hint(person, OFTEN * Math.log1p(times)));
    }
  }

  private void add(int number, Block block) {
    String text = block.text();
    List<Span> quotations = block.kind() == Block.Kind.PARAGRAPH ? spoken(text) : List.of();
    if (quotations.isEmpty()) {
      story.clear();
      story.addAll(Token.of(text));
      remember(story);
      gap = block.kind() == Block.Kind.PARAGRAPH && gap != Gap.SCENE ? Gap.STORY : Gap.SCENE;
      return;
    }
    Turn turn = new Turn(number, gap);
    if (open) {
      turn.continueBefore();
    }
    turn.quotations().addAll(quotations);
    hints(turn, text, quotations);
    turns.add(turn);
    Span last = quotations.getLast();
    open = last.end() == text.length() && "”\"".indexOf(text.charAt(text.length() - 1)) < 0;
    story.clear();
    story.addAll(Token.of(text, last.end(), text.length()));
    gap = story.size() > LONG_STORY ? Gap.STORY : Gap.NONE;
    remember(story);
  }

  /** Keeps in mind who the last "he" and "she" of the story are. */
  private void remember(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).opens() || i == 0) {
        NounPhrase phrase = tag.subject(tokens, i);
        if (phrase != null && phrase.kind() == NounPhrase.Kind.DESCRIPTION) {
          subjects.clear(); // "she" is somebody whom a description hides
        }
        subject(phrase).ifPresent(person -> subjects.put(person.gender(), person));
      }
    }
  }

  private static List<Span> spoken(String text) {
    return Quotations.of(text).stream()
        .filter(span -> !SCARE.matcher(span.of(text)).matches() || span.start() == 0)
        .toList();
  }

  private void hints(Turn turn, String text, List<Span> quotations) {
    before(turn);
    int at = 0;
    for (int i = 0; i < quotations.size(); i++) {
      Span quotation = quotations.get(i);
      int next = i + 1 < quotations.size() ? quotations.get(i + 1).start() : text.length();
      List<Token> front = Token.of(text, at, quotation.start());
      List<Token> behind = Token.of(text, quotation.end(), next);
      if (!said(turn, tag.behind(behind), NAMED)) {
        said(turn, tag.before(front), ANNOUNCED);
      }
      acts(turn, front);
      acts(turn, behind);
      within(turn, Token.of(text, quotation.start(), quotation.end()));
      at = quotation.end();
    }
  }

  /** What the paragraph before tells where nobody speaks in it. */
  private void before(Turn turn) {
    if (story.isEmpty() || turn.gap() == Gap.NONE) {
      return;
    }
    NounPhrase announced = story.getLast().is(":") ? tag.before(story) : null;
    if (announced != null && said(turn, announced, ANNOUNCED)) {
      return;
    }
    List<Called> named = people.called(story);
    named.stream().map(Called::person).distinct().forEach(person -> turn.hint(person, PRESENT));
    if (!named.isEmpty()) {
      turn.hint(named.getLast().person(), LAST_NAMED);
    }
    subject(tag.subject(story, Tag.lastSentence(story)))
        .ifPresent(person -> turn.hint(person, ACTED_BEFORE));
    subject(tag.subject(story, 0)).ifPresent(person -> turn.hint(person, ACTED_BEFORE / 2));
  }

  private Optional<Person> subject(NounPhrase phrase) {
    if (phrase == null) {
      return Optional.empty();
    }
    return switch (phrase.kind()) {
      case NAME -> people.find(phrase.name());
      case SELF -> people.self();
      case PRONOUN -> Optional.ofNullable(subjects.get(phrase.gender()));
      case DESCRIPTION -> spouse(phrase.name());
    };
  }

  /** "His wife" is Mrs. X where he is Mr. X. */
  private Optional<Person> spouse(String noun) {
    return switch (noun) {
      case "wife" -> people.titled(subjects.get(Gender.MALE), "Mr. ", "Mrs. ");
      case "husband" -> people.titled(subjects.get(Gender.FEMALE), "Mrs. ", "Mr. ");
      default -> Optional.empty();
    };
  }

  /** Takes a noun phrase for the speaker; whether it was one. */
  private boolean said(Turn turn, NounPhrase phrase, double weight) {
    if (phrase == null) {
      return false;
    }
    Optional<Person> person = subject(phrase);
    if (person.isPresent() && phrase.kind() != NounPhrase.Kind.PRONOUN) {
      turn.hint(person.get(), weight);
      turn.because(person.get());
      subjects.put(person.get().gender(), person.get());
      return true;
    }
    if (phrase.gender() != Gender.UNKNOWN) {
      turn.tell(phrase.gender());
      person.ifPresent(it -> turn.hint(it, LAST_SUBJECT));
      return true;
    }
    return false;
  }

  /** Whoever does something beside a quotation is likely to say it. */
  private void acts(Turn turn, List<Token> tokens) {
    int from = 0;
    while (from < tokens.size()) {
      if (tokens.get(from).isWord() && tokens.get(from).isCapital()) {
        NounPhrase phrase = NounPhrase.at(tokens, from, people);
        if (phrase != null && phrase.kind() != NounPhrase.Kind.PRONOUN) {
          subject(phrase).ifPresent(person -> turn.hint(person, ACTS));
        }
        if (phrase != null && turn.gender() == Gender.UNKNOWN) {
          turn.tell(gender(phrase, tokens));
        }
        return;
      }
      from++;
    }
  }

  /**
   * "The child raised her head": what the subject is called tells nothing, but its pronoun does.
   */
  private static Gender gender(NounPhrase phrase, List<Token> tokens) {
    if (phrase.kind() != NounPhrase.Kind.DESCRIPTION || phrase.gender() != Gender.UNKNOWN) {
      return phrase.gender();
    }
    return tokens.stream()
        .takeWhile(token -> !token.is("."))
        .map(token -> Gender.of(token.small()))
        .filter(gender -> gender != Gender.UNKNOWN)
        .findFirst()
        .orElse(Gender.UNKNOWN);
  }

  private void within(Turn turn, List<Token> tokens) {
    Set<Person> spokenOf = new HashSet<>();
    for (Called called : people.called(tokens)) {
      if (Vocatives.isOwn(tokens, called.mention())) {
        turn.hint(called.person(), OWN_NAME);
      } else if (Vocatives.addresses(tokens, called.mention())) {
        turn.hint(called.person(), CALLED);
        turn.addressed().add(called.person());
      } else {
        spokenOf.add(called.person());
      }
    }
    spokenOf.forEach(person -> turn.hint(person, SPOKEN_OF));
  }
}
