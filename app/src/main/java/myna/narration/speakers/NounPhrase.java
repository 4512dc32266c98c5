package myna.narration.speakers;

import java.util.List;
import java.util.Set;

/**
 * Who is spoken of at a place: a name, a pronoun, or a description such as "his wife".
 *
 * @param kind of it
 * @param name where it is one; of a description, its noun where that tells the gender; or ""
 * @param gender where the word tells
 * @param end behind its last token
 */
record NounPhrase(Kind kind, String name, Gender gender, int end) {
  enum Kind {
    NAME,
    PRONOUN,
    /** The narrator, as "I". */
    SELF,
    DESCRIPTION
  }

  private static final int LONGEST = 5;
  private static final Set<String> OPENERS =
      Set.of(
          "the", "a", "an", "his", "her", "my", "our", "their", "poor", "old", "young", "little");

  /**
   * The noun phrase that starts at a token.
   *
   * @return null where none does
   */
  static NounPhrase at(List<Token> tokens, int from, Names names) {
    if (from >= tokens.size() || !tokens.get(from).isWord()) {
      return null;
    }
    String first = tokens.get(from).small();
    if (tokens.get(from).text().equals("I")) {
      return new NounPhrase(Kind.SELF, "", Gender.UNKNOWN, from + 1);
    }
    if (first.equals("he") || first.equals("she")) {
      return new NounPhrase(Kind.PRONOUN, "", Gender.of(first), from + 1);
    }
    int end = Mention.end(tokens, from, names);
    if (end > from) {
      return named(tokens, from, end);
    }
    return OPENERS.contains(first) ? described(tokens, from, names) : null;
  }

  /** A name is nobody's subject where something of theirs is. */
  private static NounPhrase named(List<Token> tokens, int from, int end) {
    if (tokens.get(end - 1).possessive()) {
      return described(tokens, end - 1, null);
    }
    StringBuilder name = new StringBuilder();
    for (Token token : tokens.subList(from, end)) {
      name.append(name.isEmpty() ? "" : " ").append(token.text());
    }
    return new NounPhrase(Kind.NAME, name.toString(), Gender.UNKNOWN, end);
  }

  /** A description: a name within it counts as one, as in "the unsympathetic Marilla". */
  private static NounPhrase described(List<Token> tokens, int from, Names names) {
    for (int i = from + 1; i < tokens.size() && i <= from + LONGEST; i++) {
      Token token = tokens.get(i);
      if (!token.isWord() || SpeechVerbs.has(token.small())) {
        return null;
      }
      int end = names == null ? i : Mention.end(tokens, i, names);
      if (end > i) {
        return named(tokens, i, end);
      }
      Gender gender = Gender.of(token.small());
      if (gender != Gender.UNKNOWN && !Gender.isPronoun(token.small())) {
        return new NounPhrase(Kind.DESCRIPTION, token.small(), gender, i + 1);
      }
      boolean last =
          i + 1 == tokens.size()
              || !tokens.get(i + 1).isWord()
              || SpeechVerbs.has(tokens.get(i + 1).small());
      if (last) {
        return new NounPhrase(Kind.DESCRIPTION, "", Gender.UNKNOWN, i + 1);
      }
    }
    return null;
  }
}
