package myna.narration.project;

import myna.narration.book.Section;
import myna.narration.read.ImportOptions;
import myna.narration.script.Cast;

/**
 * What a user chose for a project.
 *
 * @param cast who speaks
 * @param reading how the book is read
 * @param frontMatter whether title page, imprint and the like are spoken
 * @param backMatter whether notes, licence and the like are spoken
 * @param speech how, as the options of whoever renders, kept here as they gave them
 */
public record ProjectSettings(
    Cast cast, ImportOptions reading, boolean frontMatter, boolean backMatter, String speech) {
  /** The body of the book in one voice. */
  public static ProjectSettings of(Cast cast) {
    return new ProjectSettings(cast, ImportOptions.DEFAULT, false, false, "");
  }

  /** The same with another cast. */
  public ProjectSettings withCast(Cast changed) {
    return new ProjectSettings(changed, reading, frontMatter, backMatter, speech);
  }

  /** The same with other options of speech. */
  public ProjectSettings withSpeech(String changed) {
    return new ProjectSettings(cast, reading, frontMatter, backMatter, changed);
  }

  /** Whether chapters of a section are spoken where nobody says otherwise of one of them. */
  public boolean speaks(Section section) {
    return switch (section) {
      case BODY -> true;
      case FRONT_MATTER -> frontMatter;
      case BACK_MATTER -> backMatter;
      case NAVIGATION -> false;
    };
  }
}
