package myna.cli.narrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.project.ChapterEntry;
import myna.narration.project.Project;
import myna.narration.project.ProjectEditor;
import myna.narration.project.ProjectSettings;
import myna.narration.read.ImportOptions;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of narrate that say what is spoken. */
final class NarrateSelection {
  @Option(
      names = "--footnotes",
      negatable = true,
      description = "Also footnotes, where they are referred to.")
  private Boolean footnotes;

  @Option(
      names = "--chapter-pattern",
      paramLabel = "REGEX",
      description =
          "Begins a chapter at each line of a plain text in which this regular expression is found"
              + " (\"\" takes it back).")
  private String chapterPattern;

  @Option(
      names = "--front-matter",
      negatable = true,
      description = "Also title page, imprint and the like.")
  private Boolean frontMatter;

  @Option(
      names = "--back-matter",
      negatable = true,
      description = "Also notes, licence and the like.")
  private Boolean backMatter;

  @Option(
      names = "--skip",
      paramLabel = "N",
      split = ",",
      description = "Chapters to leave out, by the numbers that --chapters shows.")
  private List<Integer> skip = List.of();

  @Option(
      names = "--include",
      paramLabel = "N",
      split = ",",
      description = "Chapters to speak all the same, by the numbers that --chapters shows.")
  private List<Integer> include = List.of();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The book's title, where the file has it wrong.")
  private String title;

  @Option(
      names = "--author",
      paramLabel = "TEXT",
      description = "The author, where the file has it wrong.")
  private String author;

  @Option(
      names = "--lexicon",
      paramLabel = "FILE",
      description =
          "Pronunciations of one's own, kept with the project; may be given more than once.")
  private List<Path> lexicons = List.of();

  /** Bad use if the pattern is none. */
  void check(CommandLine line) {
    try {
      reading(ImportOptions.DEFAULT);
    } catch (PatternSyntaxException e) {
      throw new ParameterException(
          line,
          "--chapter-pattern \"%s\" is no regular expression: %s."
              .formatted(e.getPattern(), e.getDescription().toLowerCase(Locale.ROOT)));
    }
  }

  private ImportOptions reading(ImportOptions before) {
    ImportOptions reading = footnotes == null ? before : before.withFootnotes(footnotes);
    return chapterPattern == null ? reading : reading.withChapterPattern(chapterPattern);
  }

  List<Path> lexicons() {
    return lexicons;
  }

  ProjectSettings change(ProjectSettings before) {
    return new ProjectSettings(
        before.cast(),
        reading(before.reading()),
        frontMatter == null ? before.frontMatter() : frontMatter,
        backMatter == null ? before.backMatter() : backMatter,
        before.speech());
  }

  /** Makes the changes that are not settings. */
  void apply(Project project, ProjectEditor editor) throws NarrationException {
    Metadata metadata = project.metadata();
    Metadata changed = title == null ? metadata : metadata.withTitle(title);
    changed = author == null ? changed : changed.withAuthor(author);
    if (!changed.equals(metadata)) {
      editor.setMetadata(changed);
    }
    List<ChapterEntry> chapters = project.chapters();
    for (int number : skip) {
      editor.include(chapter(chapters, number).id(), false);
    }
    for (int number : include) {
      editor.include(chapter(chapters, number).id(), true);
    }
  }

  private static ChapterEntry chapter(List<ChapterEntry> chapters, int number)
      throws NarrationException {
    if (number < 1 || number > chapters.size()) {
      throw new NarrationException(
          Reason.BAD_EDIT,
          "there is no chapter " + number + ": they count from 1 to " + chapters.size());
    }
    return chapters.get(number - 1);
  }
}
