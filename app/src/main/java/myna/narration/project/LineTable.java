package myna.narration.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import myna.narration.book.Block;
import myna.narration.book.NarrationException;
import myna.script.Line;
import myna.script.Take;
import myna.speech.Spacing;

/** Lines and their takes in the database. */
final class LineTable {
  private static final String SELECT =
      """
      SELECT line.id, block.chapter, block.id, block.kind, line.text, line.sentence, line.retake,
             line.retakes, take.key, take.samples, take.sample_rate, take.edge, take.pause_scale, take.loudness, take.words,
             take.pause_factor
      FROM line JOIN block ON line.block = block.id LEFT JOIN take ON take.key = line.take
      """;

  private final Database database;

  LineTable(Database database) {
    this.database = database;
  }

  /** The ids of a chapter's lines in their order. */
  List<Long> ids(long chapter) throws NarrationException {
    return database.all(
        """
        SELECT line.id FROM line JOIN block ON line.block = block.id
        WHERE block.chapter = ? ORDER BY block.position, line.position\
        """,
        row -> row.getLong(1),
        chapter);
  }

  /** Marks a change of scene among the ids of lines. */
  static final long SCENE_BREAK = -1;

  /** The ids of a chapter's lines in their order, with {@link #SCENE_BREAK} where one stands. */
  List<Long> steps(long chapter) throws NarrationException {
    return database.all(
        """
        SELECT CASE block.kind WHEN 'BREAK' THEN -1 ELSE line.id END
        FROM block LEFT JOIN line ON line.block = block.id
        WHERE block.chapter = ? AND (block.kind = 'BREAK' OR line.id IS NOT NULL)
        ORDER BY block.position, line.position\
        """,
        row -> row.getLong(1),
        chapter);
  }

  Optional<LineEntry> find(long id) throws NarrationException {
    return database.one(SELECT + "WHERE line.id = ?", LineTable::read, id);
  }

  /** The lines of a chapter in their order. */
  List<LineEntry> lines(long chapter) throws NarrationException {
    return database.all(
        SELECT + "WHERE block.chapter = ? ORDER BY block.position, line.position",
        LineTable::read,
        chapter);
  }

  private static LineEntry read(ResultSet row) throws SQLException {
    var place =
        new LineEntry.Place(row.getLong(2), row.getLong(3), Block.Kind.valueOf(row.getString(4)));
    Line line = new Line(row.getString(5), SentenceJson.read(row.getString(6)));
    var choice = new LineEntry.Choice(row.getInt(7), row.getInt(8));
    return new LineEntry(row.getLong(1), place, line, choice, take(row));
  }

  private static Optional<StoredTake> take(ResultSet row) throws SQLException {
    String key = row.getString(9);
    if (key == null) {
      return Optional.empty();
    }
    return Optional.of(
        new StoredTake(
            key,
            new Take(
                new Take.Length(row.getInt(10), row.getInt(11)),
                new Spacing(row.getDouble(12), row.getDouble(13), row.getDouble(16)),
                TakeJson.readWords(row.getString(15))),
            row.getDouble(14)));
  }

  /** Says which take a line is to have, whether there is one yet or not. */
  void want(long id, String key) throws NarrationException {
    database.update("UPDATE line SET take = ? WHERE id = ? AND take IS NOT ?", key, id, key);
  }

  boolean hasTake(String key) throws NarrationException {
    return database.one("SELECT 1 FROM take WHERE key = ?", row -> true, key).orElse(false);
  }

  void addTake(StoredTake stored) throws NarrationException {
    Take take = stored.take();
    database.update(
        "INSERT OR REPLACE INTO take VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        stored.key(),
        take.length().samples(),
        take.length().sampleRate(),
        take.spacing().edgeSeconds(),
        take.spacing().pauseScale(),
        TakeJson.finite(stored.loudness()),
        TakeJson.writeWords(take.words()),
        take.doubtfulWords(),
        take.spacing().pauseFactor());
  }

  void removeTake(String key) throws NarrationException {
    database.update("DELETE FROM take WHERE key = ?", key);
  }

  void choose(long id, LineEntry.Choice choice) throws NarrationException {
    database.update(
        "UPDATE line SET retake = ?, retakes = ?, take = NULL WHERE id = ?",
        choice.retake(),
        choice.retakes(),
        id);
  }
}
