package myna.text.en.normal;

import java.util.Locale;
import java.util.Set;

/**
 * Words that, written with a capital after an abbreviation, start a sentence rather than a name.
 */
public final class Starters {
  private static final Set<String> WORDS =
      Set.of(
          ("A After All Although An And Another Any As At Because Before But By Can Did Do During"
                  + " Each Even Every Finally First For From He Her Here His How However I If In"
                  + " Instead Is It Its Just Last Later Let Many May Maybe Meanwhile More Most My"
                  + " Neither Next No None Nobody Nor Not Nothing Now Of On Once One Only Or Other"
                  + " Others Our Over Perhaps Several She Since So Some Somebody Someone Sometimes"
                  + " Soon Still Such Suddenly That The Their Then There Therefore These They This"
                  + " Those Though Through Thus To Today Tomorrow Under Until Was We Were What When"
                  + " Where Whether Which While Who Whose Why Will With Within Without Would Yes"
                  + " Yesterday Yet You Your")
              .split(" "));

  private static final Set<String> NEVER_LAST =
      Set.of(
          "mr.", "mrs.", "ms.", "dr.", "prof.", "rev.", "e.g.", "i.e.", "cf.", "viz.", "vs.",
          "messrs.", "no.", "nos.", "fig.", "figs.", "gen.", "sen.", "rep.", "gov.", "capt.", "lt.",
          "sgt.", "col.", "maj.", "mt.", "ft.", "eg.", "ie.");

  private Starters() {}

  /** Whether a word with a capital starts a sentence rather than a name. */
  public static boolean isStarter(String word) {
    int apostrophe = word.indexOf('\'');
    String bare = apostrophe < 0 ? word : word.substring(0, apostrophe);
    boolean shouted = bare.length() > 1 && bare.equals(bare.toUpperCase(Locale.ROOT));
    return WORDS.contains(
        shouted ? bare.charAt(0) + bare.substring(1).toLowerCase(Locale.ROOT) : bare);
  }

  /**
   * Whether an abbreviation, with its point, is one that something always follows: Mr., e.g., No.
   */
  public static boolean isNeverLast(String abbreviation) {
    return NEVER_LAST.contains(abbreviation.toLowerCase(Locale.ROOT));
  }
}
