package myna.narration.read;

/**
 * What a user may choose about reading a book.
 *
 * @param footnotes whether footnotes are spoken, each after the paragraph that refers to it
 */
public record ImportOptions(boolean footnotes) {
  /** Footnotes are left out. */
  public static final ImportOptions DEFAULT = new ImportOptions(false);
}
