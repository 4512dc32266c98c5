package myna.narration.speakers;

import java.util.List;
import java.util.Set;

/** Tells names that are called from names that are spoken of. */
final class Vocatives {
  private static final String BEFORE = ",“\"—–!?.;‘";
  private static final String AFTER = ",”\"—–!?.;’";
  private static final Set<String> CALLS = Set.of("oh", "dear", "why", "well", "ah", "now", "my");

  private static final Set<String> SELVES = Set.of("me", "i’m", "i'm", "am");

  private Vocatives() {}

  /** Whether it is the speaker's own name: "call me Anne", or nothing but the name. */
  static boolean isOwn(List<Token> tokens, Mention mention) {
    boolean alone = words(tokens) == mention.to() - mention.from();
    String before = mention.from() == 0 ? "" : tokens.get(mention.from() - 1).small();
    boolean first = mention.from() > 1 && tokens.get(mention.from() - 2).is("name");
    boolean named = SELVES.contains(before) || (before.equals("is") && first);
    return named || (alone && mention.to() - mention.from() > 1);
  }

  private static long words(List<Token> tokens) {
    return tokens.stream().filter(Token::isWord).count();
  }

  /** Whether somebody is called by a name within what is said: ", Watson?" or "Anne, come". */
  static boolean addresses(List<Token> tokens, Mention mention) {
    if (mention.possessive() || mention.to() >= tokens.size()) {
      return false;
    }
    String after = tokens.get(mention.to()).text();
    if (after.length() > 1 || AFTER.indexOf(after.charAt(0)) < 0) {
      return false;
    }
    if (mention.from() == 0) {
      return true;
    }
    Token before = tokens.get(mention.from() - 1);
    boolean starts = before.text().length() == 1 && BEFORE.indexOf(before.text().charAt(0)) >= 0;
    boolean called = CALLS.contains(before.small());
    boolean comma = before.is(",");
    return called
        || (starts && (comma || after.equals(",") || after.equals("!") || after.equals("—")));
  }
}
