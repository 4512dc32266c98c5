package myna.narration.speakers;

import java.util.List;
import java.util.Set;

/** Finds what is said of a quotation beside it: "said Alice", "she asked", "Anne nodded." */
final class Tag {
  /** Words of a tag in which its verb stands. */
  private static final int REACH = 7;

  /** "He was said to be rich" says nothing of a speaker. */
  private static final Set<String> FORMS_OF_BE = Set.of("was", "were", "is", "are", "be", "been");

  private final Names names;

  Tag(Names names) {
    this.names = names;
  }

  /**
   * Who is said to speak behind a quotation.
   *
   * @param tokens of the text behind it, to the next quotation
   * @return null where nobody is
   */
  NounPhrase behind(List<Token> tokens) {
    int at = skipMarks(tokens, 0);
    int verb = verb(tokens, at, clauseEnd(tokens, at));
    if (verb < 0) {
      return null;
    }
    NounPhrase subject = NounPhrase.at(tokens, at, names);
    if (subject != null && subject.end() <= verb) {
      return subject;
    }
    for (int i = verb + 1; i < Math.min(tokens.size(), verb + 4); i++) {
      NounPhrase inverted = NounPhrase.at(tokens, i, names);
      if (inverted != null) {
        return inverted;
      }
      if (!tokens.get(i).isWord() || Gender.isPronoun(tokens.get(i).small())) {
        return null;
      }
    }
    return null;
  }

  /** Who is said to speak in front of a quotation: "Mrs. Bennet said only," */
  NounPhrase before(List<Token> tokens) {
    if (tokens.isEmpty() || ",:—–".indexOf(tokens.getLast().text().charAt(0)) < 0) {
      return null;
    }
    int from = lastSentence(tokens);
    int verb = verb(tokens, from, tokens.size());
    boolean announced = tokens.getLast().is(":");
    return verb < 0 && !announced ? null : subject(tokens, from);
  }

  /** Who does something in the sentence that starts at a token. */
  NounPhrase subject(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size() && !tokens.get(i).is("."); i++) {
      NounPhrase phrase = NounPhrase.at(tokens, i, names);
      if (phrase != null && (i == from || phrase.kind() != NounPhrase.Kind.DESCRIPTION)) {
        return phrase;
      }
    }
    return null;
  }

  /** Where the last sentence of some tokens starts. */
  static int lastSentence(List<Token> tokens) {
    int from = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (".!?".contains(tokens.get(i).text())) {
        from = i + 1;
      }
    }
    return from;
  }

  private static int skipMarks(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size() && !tokens.get(at).isWord()) {
      at++;
    }
    return at;
  }

  private static int clauseEnd(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size() && !".;:!?“\"".contains(tokens.get(at).text())) {
      at++;
    }
    return at;
  }

  private static int verb(List<Token> tokens, int from, int to) {
    for (int i = from; i < Math.min(to, from + REACH); i++) {
      boolean passive = i > from && FORMS_OF_BE.contains(tokens.get(i - 1).small());
      if (SpeechVerbs.has(tokens.get(i).small()) && !passive) {
        return i;
      }
    }
    return -1;
  }
}
