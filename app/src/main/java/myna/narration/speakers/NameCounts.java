package myna.narration.speakers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import myna.text.Span;

/**
 * What a book tells of each name: how often it is there, whether it speaks, is spoken to, is he.
 */
final class NameCounts {
  private static final int REACH = 14; // tokens behind a name in which its pronoun stands

  private final Vocabulary vocabulary;
  private final Map<String, Count> counts = new TreeMap<>();
  private int selves;

  NameCounts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What is counted of a name. */
  static final class Count {
    int told;
    int quoted;
    int speaks;
    int addressed;
    int subject;
    int he;
    int she;

    /** How much speaks for a person; places and things have nothing of it. */
    boolean isPerson(boolean titled) {
      boolean someone = he + she + addressed > 0;
      return speaks > 0
          || addressed > 1
          || (someone && 2 * addressed + subject + (titled ? 2 : 0) > 2);
    }
  }

  Map<String, Count> counts() {
    return counts;
  }

  /** How often the teller is the subject of a sentence. */
  int selves() {
    return selves;
  }

  /** Counts the names of a paragraph. */
  void add(String text, List<Span> quotations) {
    int at = 0;
    for (Span quotation : quotations) {
      tell(Token.of(text, at, quotation.start()));
      quote(Token.of(text, quotation.start(), quotation.end()));
      at = quotation.end();
    }
    tell(Token.of(text, at, text.length()));
  }

  private Count count(String name) {
    return counts.computeIfAbsent(name, any -> new Count());
  }

  private void tell(List<Token> tokens) {
    for (Token token : tokens) {
      selves += token.is("I") ? 1 : 0;
    }
    for (Mention mention : Mention.of(tokens, vocabulary)) {
      Count count = count(mention.name());
      count.told++;
      boolean before = mention.from() > 0 && speaks(tokens, mention.from() - 1);
      boolean after = mention.to() < tokens.size() && speaks(tokens, mention.to());
      if (!mention.possessive() && (before || after)) {
        count.speaks++;
      }
      if (tokens.get(mention.from()).opens() && !mention.possessive()) {
        count.subject++;
      }
      pronoun(tokens, mention, count);
    }
  }

  private static boolean speaks(List<Token> tokens, int at) {
    return SpeechVerbs.has(tokens.get(at).small());
  }

  /** The first pronoun behind a name, with no other name between them. */
  private void pronoun(List<Token> tokens, Mention mention, Count count) {
    for (int i = mention.to(); i < Math.min(tokens.size(), mention.to() + REACH); i++) {
      if (Mention.end(tokens, i, vocabulary) > i) {
        return;
      }
      String small = tokens.get(i).small();
      if (Gender.isPronoun(small)) {
        count.he += Gender.of(small) == Gender.MALE ? 1 : 0;
        count.she += Gender.of(small) == Gender.FEMALE ? 1 : 0;
        return;
      }
    }
  }

  private void quote(List<Token> tokens) {
    for (Mention mention : Mention.of(tokens, vocabulary)) {
      Count count = count(mention.name());
      count.quoted++;
      if (Vocatives.addresses(tokens, mention)) {
        count.addressed++;
      }
    }
  }
}
