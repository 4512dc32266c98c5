package myna.narration.project;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import myna.narration.book.NarrationException;
import myna.narration.read.ImportOptions;
import myna.narration.script.Cast;
import myna.narration.speakers.People;

/** The settings of a project in its database, one row each. */
final class SettingsTable {
  private static final String SPEAKER = "speaker:";

  private final Database database;

  SettingsTable(Database database) {
    this.database = database;
  }

  ProjectSettings read() throws NarrationException {
    Map<String, String> rows = new HashMap<>();
    database
        .all(
            "SELECT name, value FROM setting", row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
    Map<String, String> speakers = new TreeMap<>();
    rows.forEach(
        (name, value) -> {
          if (name.startsWith(SPEAKER)) {
            speakers.put(name.substring(SPEAKER.length()), value);
          }
        });
    Cast cast =
        new Cast(rows.getOrDefault("narrator", ""), rows.getOrDefault("quotations", ""), speakers);
    return new ProjectSettings(
        cast,
        new ImportOptions(isOn(rows, "footnotes"), rows.getOrDefault("chapterPattern", "")),
        isOn(rows, "frontMatter"),
        isOn(rows, "backMatter"),
        rows.getOrDefault("speech", ""));
  }

  private static boolean isOn(Map<String, String> rows, String name) {
    return Boolean.parseBoolean(rows.get(name));
  }

  void write(ProjectSettings settings) throws NarrationException {
    database.update("DELETE FROM setting WHERE name LIKE '" + SPEAKER + "%'");
    put("narrator", settings.cast().narrator());
    put("quotations", settings.cast().quotations());
    put("footnotes", Boolean.toString(settings.reading().footnotes()));
    put("chapterPattern", settings.reading().chapterPattern());
    put("frontMatter", Boolean.toString(settings.frontMatter()));
    put("backMatter", Boolean.toString(settings.backMatter()));
    put("speech", settings.speech());
    for (Map.Entry<String, String> speaker : settings.cast().speakers().entrySet()) {
      put(SPEAKER + speaker.getKey(), speaker.getValue());
    }
  }

  /** The script that the lines were written by. */
  String script() throws NarrationException {
    return database
        .one("SELECT value FROM setting WHERE name = 'script'", row -> row.getString(1))
        .orElse("");
  }

  void putScript(String identity) throws NarrationException {
    put("script", identity);
  }

  /** The people of the book; nobody where they were not looked for. */
  Optional<People> people() throws NarrationException {
    return database
        .one("SELECT value FROM setting WHERE name = 'people'", row -> row.getString(1))
        .map(People::parse);
  }

  void putPeople(People people) throws NarrationException {
    put("people", people.toText());
  }

  private void put(String name, String value) throws NarrationException {
    database.update("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, value);
  }
}
