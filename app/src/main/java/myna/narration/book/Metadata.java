package myna.narration.book;

/**
 * Who wrote what, and when. A part that is not known is "".
 *
 * @param title of the book
 * @param author names, joined with ", "
 * @param language BCP 47 tag, such as "en"
 * @param year of publication, four digits
 * @param description a few sentences
 */
public record Metadata(
    String title, String author, String language, String year, String description) {
  /** Nothing is known. */
  public static final Metadata UNKNOWN = new Metadata("", "", "", "", "");

  /** The same with {@code fallback} as its title where it has none. */
  public Metadata orTitled(String fallback) {
    return title.isEmpty() ? withTitle(fallback) : this;
  }

  /** The same with what {@code fallback} knows where this knows nothing. */
  public Metadata or(Metadata fallback) {
    return new Metadata(
        title.isEmpty() ? fallback.title : title,
        author.isEmpty() ? fallback.author : author,
        language.isEmpty() ? fallback.language : language,
        year.isEmpty() ? fallback.year : year,
        description.isEmpty() ? fallback.description : description);
  }

  /** The same with another title. */
  public Metadata withTitle(String changed) {
    return new Metadata(changed, author, language, year, description);
  }

  /** The same with another author. */
  public Metadata withAuthor(String changed) {
    return new Metadata(title, changed, language, year, description);
  }
}
