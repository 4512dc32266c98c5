package myna.narration.speakers;

import java.util.ArrayList;
import java.util.List;

/**
 * A name in a text.
 *
 * @param name as it stands there
 * @param from its first token
 * @param to behind its last token
 * @param possessive whether something is said to be theirs
 */
record Mention(String name, int from, int to, boolean possessive) {
  /** The names in some tokens. */
  static List<Mention> of(List<Token> tokens, Names names) {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int to = end(tokens, i, names);
      if (to > i) {
        mentions.add(new Mention(name(tokens, i, to), i, to, tokens.get(to - 1).possessive()));
        i = to - 1;
      }
    }
    return mentions;
  }

  /** Behind the name that starts at a token; the token itself where none does. */
  static int end(List<Token> tokens, int from, Names names) {
    int at = from;
    boolean title = Vocabulary.isTitle(tokens.get(at));
    if (title) {
      at++;
    }
    while (at < tokens.size() && at < from + 4 && names.isName(tokens.get(at))) {
      at++;
      if (tokens.get(at - 1).possessive()) {
        break;
      }
    }
    boolean alone = title && at == from + 1;
    return alone && !names.isName(tokens.get(from)) ? from : at;
  }

  private static String name(List<Token> tokens, int from, int to) {
    StringBuilder name = new StringBuilder();
    for (Token token : tokens.subList(from, to)) {
      name.append(name.isEmpty() ? "" : " ").append(token.text());
    }
    return name.toString();
  }
}
