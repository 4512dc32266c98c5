package myna.narration.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import myna.narration.book.Block;
import myna.narration.book.Book;
import myna.narration.book.Chapter;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.book.Section;
import myna.narration.script.ScriptWriter;
import myna.narration.speakers.People;
import myna.narration.speakers.PeopleFinder;
import myna.script.Line;

/** Book, chapters, blocks and lines in the database. */
final class BookTables {
  private static final String WORK =
      """
      SELECT chapter.id, chapter.title, chapter.section, chapter.included, count(line.id),
             count(take.key), total(line.phonemes),
             total(CASE WHEN take.key IS NULL THEN 0 ELSE line.phonemes END),
             total(take.samples * 1.0 / take.sample_rate)
      FROM chapter
      LEFT JOIN block ON block.chapter = chapter.id
      LEFT JOIN line ON line.block = block.id
      LEFT JOIN take ON take.key = line.take
      GROUP BY chapter.id ORDER BY chapter.position\
      """;

  private final Database database;

  BookTables(Database database) {
    this.database = database;
  }

  /**
   * The book that a project was made of.
   *
   * @param file name
   * @param sha256 of the file, in hexadecimal
   */
  record Source(String file, String sha256) {}

  void putBook(Metadata metadata, Source source, String cover) throws NarrationException {
    database.update(
        "INSERT OR REPLACE INTO book VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
        metadata.title(),
        metadata.author(),
        metadata.language(),
        metadata.year(),
        metadata.description(),
        source.file(),
        source.sha256(),
        cover);
  }

  Metadata metadata() throws NarrationException {
    return database
        .one(
            "SELECT title, author, language, year, description FROM book",
            row ->
                new Metadata(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .orElse(Metadata.UNKNOWN);
  }

  void putMetadata(Metadata metadata) throws NarrationException {
    database.update(
        "UPDATE book SET title = ?, author = ?, language = ?, year = ?, description = ?",
        metadata.title(),
        metadata.author(),
        metadata.language(),
        metadata.year(),
        metadata.description());
  }

  Source source() throws NarrationException {
    return database
        .one(
            "SELECT source, source_sha256 FROM book",
            row -> new Source(row.getString(1), row.getString(2)))
        .orElse(new Source("", ""));
  }

  /** The name of the cover's file in the project, or "". */
  String cover() throws NarrationException {
    return database.one("SELECT cover FROM book", row -> row.getString(1)).orElse("");
  }

  /** Replaces all chapters by those of a book; the settings say which are spoken. */
  void putChapters(Book book, ProjectSettings settings, ScriptWriter writer)
      throws NarrationException {
    Map<String, LineEntry.Choice> choices = choices("1");
    database.update("DELETE FROM chapter");
    People people = people(book);
    int position = 0;
    for (Chapter chapter : book.chapters()) {
      List<List<Line>> lines = writer.lines(chapter.blocks(), people);
      long id =
          addChapter(
              chapter.title(), chapter.section(), position++, settings.speaks(chapter.section()));
      int blockPosition = 0;
      for (Block block : chapter.blocks()) {
        long blockId =
            database.insert(
                "INSERT INTO block (chapter, position, kind, text) VALUES (?, ?, ?, ?)",
                id,
                blockPosition++,
                block.kind().name(),
                block.text());
        addLines(blockId, lines.get(blockPosition - 1), choices);
      }
    }
  }

  /** Finds and keeps the people of a book; those that were one before are. */
  private People people(Book book) throws NarrationException {
    SettingsTable settings = new SettingsTable(database);
    List<Block> blocks =
        book.chapters().stream().flatMap(chapter -> chapter.blocks().stream()).toList();
    People before = settings.people().orElse(People.NOBODY);
    People people = PeopleFinder.find(blocks).mergedLike(before);
    settings.putPeople(people);
    return people;
  }

  long addChapter(String title, Section section, int position, boolean included)
      throws NarrationException {
    return database.insert(
        "INSERT INTO chapter (position, title, section, included) VALUES (?, ?, ?, ?)",
        position,
        title,
        section.name(),
        included);
  }

  /** Replaces the lines of a block. A line that stays as it was keeps the retake it had. */
  void putLines(long block, List<Line> lines) throws NarrationException {
    Map<String, LineEntry.Choice> choices = choices("block = " + block);
    database.update("DELETE FROM line WHERE block = ?", block);
    addLines(block, lines, choices);
  }

  private Map<String, LineEntry.Choice> choices(String condition) throws NarrationException {
    Map<String, LineEntry.Choice> choices = new HashMap<>();
    database
        .all(
            "SELECT text, retake, retakes FROM line WHERE retakes > 0 AND " + condition,
            row -> Map.entry(row.getString(1), new LineEntry.Choice(row.getInt(2), row.getInt(3))))
        .forEach(entry -> choices.put(entry.getKey(), entry.getValue()));
    return choices;
  }

  private void addLines(long block, List<Line> lines, Map<String, LineEntry.Choice> choices)
      throws NarrationException {
    int position = 0;
    for (Line line : lines) {
      LineEntry.Choice choice = choices.getOrDefault(line.text(), LineEntry.Choice.FIRST);
      database.update(
          "INSERT INTO line (block, position, text, sentence, phonemes, retake, retakes)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          block,
          position++,
          line.text(),
          SentenceJson.write(line.sentence()),
          line.sentence().phonemeCount(),
          choice.retake(),
          choice.retakes());
    }
  }

  List<ChapterEntry> chapters() throws NarrationException {
    return database.all(
        WORK,
        row ->
            new ChapterEntry(
                row.getLong(1),
                row.getString(2),
                Section.valueOf(row.getString(3)),
                row.getBoolean(4),
                new ChapterEntry.Work(
                    row.getInt(5),
                    row.getInt(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getDouble(9))));
  }

  /** The blocks of a chapter in their order, with their ids. */
  List<BlockEntry> blocks(long chapter) throws NarrationException {
    return database.all(
        "SELECT id, kind, text FROM block WHERE chapter = ? ORDER BY position",
        row ->
            new BlockEntry(
                row.getLong(1), new Block(Block.Kind.valueOf(row.getString(2)), row.getString(3))),
        chapter);
  }

  Optional<BlockEntry> block(long id) throws NarrationException {
    return database.one(
        "SELECT id, kind, text FROM block WHERE id = ?",
        row ->
            new BlockEntry(
                row.getLong(1), new Block(Block.Kind.valueOf(row.getString(2)), row.getString(3))),
        id);
  }

  /** All blocks of the book. */
  List<Block> blocks() throws NarrationException {
    return database.all(
        "SELECT kind, text FROM block ORDER BY chapter, position",
        row -> new Block(Block.Kind.valueOf(row.getString(1)), row.getString(2)));
  }
}
