package myna.text.marks;

import java.util.List;
import java.util.regex.Pattern;
import myna.text.Problem;
import myna.text.source.Piece;

/**
 * A text with its marks understood.
 *
 * @param pieces what is read, from left to right
 * @param styles speed and voice
 * @param problems marks that could not be obeyed
 */
public record Markup(List<Piece> pieces, Styles styles, List<Problem> problems) {
  private static final Pattern SSML =
      Pattern.compile("\\s{0,200}(?:<\\?xml[^>]{0,200}>\\s{0,200})?<speak[\\s>]");

  public Markup {
    pieces = List.copyOf(pieces);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the marks of {@code text}: SSML if it starts with a speak element, else marks in
   * brackets.
   */
  public static Markup of(String text) {
    if (SSML.matcher(text).lookingAt()) {
      return new Ssml(text).read();
    }
    return text.indexOf('[') < 0 ? plain(text) : new BracketMarks(text).read();
  }

  private static Markup plain(String text) {
    return new Markup(List.of(new Piece.Plain(0, text.length())), Styles.NONE, List.of());
  }
}
