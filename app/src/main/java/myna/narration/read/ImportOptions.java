package myna.narration.read;

import java.util.regex.Pattern;

/**
 * What a user may choose about reading a book.
 *
 * @param footnotes whether footnotes are spoken, each after the paragraph that refers to it
 * @param chapterPattern a regular expression that is found in the lines of a plain text which begin
 *     chapters, or "" where they are known by their form
 */
public record ImportOptions(boolean footnotes, String chapterPattern) {
  /** Footnotes are left out, and chapters known by their form. */
  public static final ImportOptions DEFAULT = new ImportOptions(false, "");

  /**
   * Options.
   *
   * @throws java.util.regex.PatternSyntaxException if the pattern is none
   */
  public ImportOptions {
    Pattern.compile(chapterPattern);
  }

  /** The same with or without footnotes. */
  public ImportOptions withFootnotes(boolean spoken) {
    return new ImportOptions(spoken, chapterPattern);
  }

  /** The same with another pattern. */
  public ImportOptions withChapterPattern(String pattern) {
    return new ImportOptions(footnotes, pattern);
  }
}
