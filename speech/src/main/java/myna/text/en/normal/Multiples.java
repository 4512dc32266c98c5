package myna.text.en.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many times: 4x faster, 3x as many, 2.5x the price. */
final class Multiples implements SemioticClass {
  private static final Pattern FORM =
      Forms.compile(
          "("
              + Forms.NUMBER
              + ") ?[x×](?="
              + " (?:as|the|that|what|this|your|our|its|their|his|her|my|more|less|fewer|better|worse|faster|slower|quicker"
              + "|bigger|larger|smaller|higher|lower|greater|cheaper|costlier|pricier|dearer|longer|shorter|stronger|weaker"
              + "|brighter|darker|heavier|lighter|thicker|thinner|wider|deeper|taller|older|younger|richer|poorer|safer|harder"
              + "|easier|louder|hotter|colder|warmer|closer|further|farther|denser|sharper|likelier|cleaner|smarter|per|daily|weekly|a"
              + " (?:day|week|month|year))\\b)");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || first == '.';
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || cursor.continuesNumber(".,")) {
      return null;
    }
    Matcher form = cursor.match(FORM);
    return form == null
        ? null
        : Reading.of(form.end(), NumberWords.decimal(form.group(1)) + " times");
  }
}
