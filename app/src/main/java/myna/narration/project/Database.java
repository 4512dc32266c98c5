package myna.narration.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.narration.book.NarrationException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** The connection to a project's database. One thread at a time: every method is synchronized. */
final class Database implements AutoCloseable {
  private static final int VERSION = 2;
  private static final int BUSY_MILLIS = 10_000;

  private final Path file;
  private final Connection connection;
  private boolean changing;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Makes of a row what is wanted. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something done with the database. */
  @FunctionalInterface
  interface Change<T> {
    T apply() throws NarrationException;
  }

  /** Makes a new database. */
  static Database create(Path file) throws NarrationException {
    Database database = connect(file, config());
    boolean made = false;
    try {
      database.change(
          () -> {
            database.updateAll(Schema.STATEMENTS);
            return null;
          });
      made = true;
      return database;
    } finally {
      if (!made) {
        database.close();
      }
    }
  }

  /** Opens a database to read and write; one of an older Myna becomes one of this. */
  static Database open(Path file) throws NarrationException {
    Database database = connect(file, config());
    try {
      if (database.version() == 1) {
        database.change(
            () -> {
              database.updateAll(Schema.FROM_VERSION_1);
              return null;
            });
      }
    } catch (NarrationException e) {
      database.close();
      throw e;
    }
    return checked(database);
  }

  /** Opens a database that nobody changes while it is open. */
  static Database openImmutable(Path file) throws NarrationException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    return checked(connectTo("file:" + uriPath(file) + "?immutable=1", file, config));
  }

  private static String uriPath(Path file) {
    return file.toAbsolutePath().toUri().getRawPath();
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  private static Database connect(Path file, SQLiteConfig config) throws NarrationException {
    return connectTo(file.toAbsolutePath().toString(), file, config);
  }

  private static Database connectTo(String name, Path file, SQLiteConfig config)
      throws NarrationException {
    try {
      return new Database(file, config.createConnection("jdbc:sqlite:" + name));
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  private static Database checked(Database database) throws NarrationException {
    try {
      int version = database.version();
      if (version != VERSION) {
        throw Failures.ofVersion(database.file, version, VERSION);
      }
      String health = database.one("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("");
      if (!health.equals("ok")) {
        throw Failures.damaged(database.file, new SQLException(health));
      }
      return database;
    } catch (NarrationException e) {
      database.close();
      throw e;
    }
  }

  private int version() throws NarrationException {
    return one("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
  }

  /** Makes tables those of this version. */
  private void updateAll(List<String> statements) throws NarrationException {
    for (String statement : statements) {
      update(statement);
    }
    update("PRAGMA user_version = " + VERSION);
  }

  /** Does several things as one, all or none; a change within a change is part of it. */
  synchronized <T> T change(Change<T> change) throws NarrationException {
    if (changing) {
      return change.apply();
    }
    update("BEGIN IMMEDIATE");
    changing = true;
    boolean done = false;
    try {
      T result = change.apply();
      update("COMMIT");
      done = true;
      return result;
    } finally {
      changing = false;
      if (!done) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      // Nothing to roll back: SQLite has done so itself, as it does on a full disk.
    }
  }

  /** Changes rows. */
  synchronized void update(String sql, Object... values) throws NarrationException {
    try (PreparedStatement statement = prepare(sql, values)) {
      statement.execute();
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  /** Adds a row and gives its id. */
  synchronized long insert(String sql, Object... values) throws NarrationException {
    update(sql, values);
    return one("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
  }

  /** All rows. */
  synchronized <T> List<T> all(String sql, RowReader<T> reader, Object... values)
      throws NarrationException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  /** The first row. */
  <T> Optional<T> one(String sql, RowReader<T> reader, Object... values) throws NarrationException {
    return all(sql, reader, values).stream().findFirst();
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Writes everything into the one file, so that it can be read without the log. */
  void checkpoint() throws NarrationException {
    all("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // Everything that was committed is on the disk already; the next start reads it from the log.
    }
  }
}
