package myna.narration.project;

import java.util.List;

/**
 * The tables of a project's database.
 *
 * <p>Takes of version 1 say nothing of their voice's own pauses: they keep those they were made
 * with.
 */
final class Schema {
  static final List<String> STATEMENTS =
      List.of(
          """
          CREATE TABLE book (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            title TEXT NOT NULL, author TEXT NOT NULL, language TEXT NOT NULL,
            year TEXT NOT NULL, description TEXT NOT NULL,
            source TEXT NOT NULL, source_sha256 TEXT NOT NULL,
            cover TEXT NOT NULL
          )\
          """,
          """
          CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID\
          """,
          """
          CREATE TABLE chapter (
            id INTEGER PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL,
            section TEXT NOT NULL, included INTEGER NOT NULL
          )\
          """,
          """
          CREATE TABLE block (
            id INTEGER PRIMARY KEY,
            chapter INTEGER NOT NULL REFERENCES chapter(id) ON DELETE CASCADE,
            position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL
          )\
          """,
          """
          CREATE TABLE line (
            id INTEGER PRIMARY KEY,
            block INTEGER NOT NULL REFERENCES block(id) ON DELETE CASCADE,
            position INTEGER NOT NULL, text TEXT NOT NULL, sentence TEXT NOT NULL,
            phonemes INTEGER NOT NULL,
            retake INTEGER NOT NULL, retakes INTEGER NOT NULL, take TEXT
          )\
          """,
          """
          CREATE TABLE take (
            key TEXT PRIMARY KEY, samples INTEGER NOT NULL, sample_rate INTEGER NOT NULL,
            edge REAL NOT NULL, pause_scale REAL NOT NULL, loudness REAL NOT NULL, words TEXT NOT NULL,
            doubtful INTEGER NOT NULL, pause_factor REAL NOT NULL DEFAULT 1
          ) WITHOUT ROWID\
          """,
          "CREATE INDEX block_of_chapter ON block (chapter, position)",
          "CREATE INDEX line_of_block ON line (block, position)",
          "CREATE INDEX line_of_take ON line (take)");

  /** What makes tables of version 1 such of version 2. */
  static final List<String> FROM_VERSION_1 =
      List.of("ALTER TABLE take ADD COLUMN pause_factor REAL NOT NULL DEFAULT 1");

  private Schema() {}
}
