package myna.narration.project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import myna.narration.book.Block;
import myna.narration.book.Book;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.script.ScriptWriter;
import myna.narration.speakers.People;
import myna.narration.speakers.PeopleFinder;
import myna.script.Line;

/** Changes a project. Sound that is not concerned stays. */
public final class ProjectEditor {
  private final Database database;
  private final BookTables tables;
  private final LineTable lines;
  private final ScriptWriter writer;

  ProjectEditor(Database database, ScriptWriter writer) {
    this.database = database;
    this.tables = new BookTables(database);
    this.lines = new LineTable(database);
    this.writer = writer;
  }

  public void setMetadata(Metadata metadata) throws NarrationException {
    tables.putMetadata(metadata);
  }

  /** Changes the settings, and which chapters are spoken where that follows from them. */
  public void setSettings(ProjectSettings settings) throws NarrationException {
    database.change(
        () -> {
          SettingsTable table = new SettingsTable(database);
          ProjectSettings before = table.read();
          table.write(settings);
          for (ChapterEntry chapter : tables.chapters()) {
            boolean spoken = settings.speaks(chapter.section());
            if (spoken != before.speaks(chapter.section())) {
              include(chapter.id(), spoken);
            }
          }
          return null;
        });
  }

  public void rename(long chapter, String title) throws NarrationException {
    if (title.isBlank()) {
      throw new NarrationException(Reason.BAD_EDIT, "a chapter needs a title");
    }
    database.update("UPDATE chapter SET title = ? WHERE id = ?", title.strip(), chapter);
  }

  /** Says whether a chapter is spoken. */
  public void include(long chapter, boolean included) throws NarrationException {
    database.update("UPDATE chapter SET included = ? WHERE id = ?", included, chapter);
  }

  /** Moves a chapter to a place among the others, the first being 0. */
  public void move(long chapter, int place) throws NarrationException {
    database.change(
        () -> {
          List<Long> order = order();
          if (!order.remove(chapter)) {
            throw new NarrationException(Reason.BAD_EDIT, "there is no such chapter any more");
          }
          order.add(Math.clamp(place, 0, order.size()), chapter);
          number(order);
          return null;
        });
  }

  /** Adds a chapter's text to the chapter before it. */
  public void mergeWithPrevious(long chapter) throws NarrationException {
    database.change(
        () -> {
          List<Long> order = order();
          int index = order.indexOf(chapter);
          if (index < 1) {
            throw new NarrationException(Reason.BAD_EDIT, "the first chapter has none before it");
          }
          long previous = order.get(index - 1);
          database.update(
              """
              UPDATE block SET chapter = ?1, position = position + 1 +
                (SELECT coalesce(max(position), -1) FROM block WHERE chapter = ?1)
              WHERE chapter = ?2\
              """,
              previous,
              chapter);
          database.update("DELETE FROM chapter WHERE id = ?", chapter);
          return null;
        });
  }

  /** Starts a new chapter at a block, and gives the new chapter's id. */
  public long split(long block, String title) throws NarrationException {
    return database.change(
        () -> {
          long chapter = chapterOf(block);
          ChapterEntry entry =
              tables.chapters().stream().filter(c -> c.id() == chapter).findFirst().orElseThrow();
          if (tables.blocks(chapter).getFirst().id() == block) {
            throw new NarrationException(Reason.BAD_EDIT, "a chapter starts there already");
          }
          long added = tables.addChapter(title.strip(), entry.section(), 0, entry.included());
          database.update(
              """
              UPDATE block SET chapter = ?1 WHERE chapter = ?2
                AND position >= (SELECT position FROM block WHERE id = ?3)\
              """,
              added,
              chapter,
              block);
          List<Long> order = order();
          order.remove(added);
          order.add(order.indexOf(chapter) + 1, added);
          number(order);
          return added;
        });
  }

  private List<Long> order() throws NarrationException {
    return new ArrayList<>(
        database.all("SELECT id FROM chapter ORDER BY position, id", row -> row.getLong(1)));
  }

  private void number(List<Long> order) throws NarrationException {
    for (int i = 0; i < order.size(); i++) {
      database.update("UPDATE chapter SET position = ? WHERE id = ?", i, order.get(i));
    }
  }

  /** Changes what a block says: only sentences that differ are rendered again. */
  public void setText(long block, String text) throws NarrationException {
    Block before = tables.block(block).orElseThrow(ProjectEditor::gone).block();
    if (text.isBlank()) {
      throw new NarrationException(
          Reason.BAD_EDIT, "there is nothing to say; leave the chapter out instead");
    }
    Block after = new Block(before.kind(), text.strip());
    database.change(
        () -> {
          database.update("UPDATE block SET text = ? WHERE id = ?", after.text(), block);
          long chapter = chapterOf(block);
          rewrite(chapter, entry -> entry.id() == block);
          return null;
        });
  }

  /**
   * Asks for a line to be spoken anew; the takes that it had can be chosen again.
   *
   * @return the number of the retake
   */
  public int retake(long line) throws NarrationException {
    int retake = choice(line).retakes() + 1;
    lines.choose(line, new LineEntry.Choice(retake, retake));
    return retake;
  }

  /**
   * Chooses among the takes of a line.
   *
   * @param retake 0 for the first, then the numbers that {@link #retake} gave
   */
  public void choose(long line, int retake) throws NarrationException {
    int retakes = choice(line).retakes();
    if (retake < 0 || retake > retakes) {
      throw new NarrationException(Reason.BAD_EDIT, "there is no take " + retake);
    }
    lines.choose(line, new LineEntry.Choice(retake, retakes));
  }

  private LineEntry.Choice choice(long line) throws NarrationException {
    return lines
        .find(line)
        .map(LineEntry::choice)
        .orElseThrow(
            () -> new NarrationException(Reason.BAD_EDIT, "there is no such sentence any more"));
  }

  /** Replaces all chapters by those of a book; sentences that are still in it keep their sound. */
  public void replace(Book book) throws NarrationException {
    database.change(
        () -> {
          tables.putChapters(book, new SettingsTable(database).read(), writer);
          return null;
        });
  }

  /** Writes the script anew where it was written by other rules or with other speakers. */
  public void refreshScript() throws NarrationException {
    SettingsTable settings = new SettingsTable(database);
    if (settings.script().equals(writer.identity())) {
      return;
    }
    database.change(
        () -> {
          if (settings.people().isEmpty()) {
            settings.putPeople(PeopleFinder.find(tables.blocks()));
          }
          rewrite();
          settings.putScript(writer.identity());
          return null;
        });
  }

  /** Makes two people of the book one; what they say is theirs under the other's name. */
  public void mergePeople(String name, String into) throws NarrationException {
    SettingsTable settings = new SettingsTable(database);
    database.change(
        () -> {
          settings.putPeople(settings.people().orElse(People.NOBODY).merged(name, into));
          rewrite();
          return null;
        });
  }

  private void rewrite() throws NarrationException {
    for (ChapterEntry chapter : tables.chapters()) {
      rewrite(chapter.id(), entry -> true);
    }
  }

  /** Writes lines of a chapter anew; who speaks in them follows from all of it. */
  private void rewrite(long chapter, Predicate<BlockEntry> wanted) throws NarrationException {
    List<BlockEntry> entries = tables.blocks(chapter);
    List<Block> blocks = entries.stream().map(BlockEntry::block).toList();
    People people = new SettingsTable(database).people().orElse(People.NOBODY);
    List<List<Line>> lines = writer.lines(blocks, people);
    for (int i = 0; i < lines.size(); i++) {
      if (wanted.test(entries.get(i))) {
        tables.putLines(entries.get(i).id(), lines.get(i));
      }
    }
  }

  private long chapterOf(long block) throws NarrationException {
    return database
        .one("SELECT chapter FROM block WHERE id = ?", row -> row.getLong(1), block)
        .orElseThrow(ProjectEditor::gone);
  }

  private static NarrationException gone() {
    return new NarrationException(Reason.BAD_EDIT, "there is no such paragraph any more");
  }
}
