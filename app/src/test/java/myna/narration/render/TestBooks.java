package myna.narration.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import myna.narration.book.Block;
import myna.narration.book.Book;
import myna.narration.book.Chapter;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.book.Section;
import myna.narration.project.Project;
import myna.narration.project.ProjectSettings;
import myna.narration.project.Projects;
import myna.narration.script.Cast;
import myna.narration.script.ScriptWriter;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;

/** Small books and projects for tests. */
public final class TestBooks {
  private static final TextFrontEnd FRONT_END = new EnglishFrontEnd(TextSettings.DEFAULT);

  private TestBooks() {}

  /** A script writer; reading the lexicon takes time, so all tests share one. */
  public static ScriptWriter writer() {
    return new ScriptWriter(FRONT_END, Set.of(), "en-US");
  }

  /** A script writer that knows speakers. */
  public static ScriptWriter writer(Set<String> speakers) {
    return new ScriptWriter(FRONT_END, speakers, "en-US");
  }

  /** A book with these paragraphs in each of its chapters, one of which is front matter. */
  public static Book book(int chapters, String... paragraphs) {
    List<Chapter> all = new ArrayList<>();
    all.add(
        new Chapter(
            "Imprint", Section.FRONT_MATTER, List.of(Block.paragraph("All rights reserved."))));
    for (int i = 1; i <= chapters; i++) {
      List<Block> blocks = new ArrayList<>();
      blocks.add(Block.heading("Chapter " + i));
      for (String paragraph : paragraphs) {
        blocks.add(
            paragraph.isEmpty()
                ? Block.SCENE_BREAK
                : Block.paragraph(paragraph.replace("#", Integer.toString(i))));
      }
      all.add(new Chapter("Chapter " + i, Section.BODY, blocks));
    }
    Metadata metadata = new Metadata("The Test", "A. Tester", "en", "2020", "A book of tests.");
    return new Book(metadata, Optional.empty(), all);
  }

  /** A project of a book, made of a file beside it. */
  public static Project project(Path folder, Book book) throws IOException, NarrationException {
    Path source = folder.resolveSibling(folder.getFileName() + ".txt");
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Files.writeString(source, book.chapters().toString());
    return Projects.create(folder, source, book, ProjectSettings.of(Cast.of("ruth")), writer());
  }
}
