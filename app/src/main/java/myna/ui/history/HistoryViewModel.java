package myna.ui.history;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;

/** What was spoken, to search and to speak again. */
public final class HistoryViewModel {
  private final HistoryLog log;
  private final Jobs jobs;
  private final Consumer<Entry> opener;
  private final Consumer<Notice> notices;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final FilteredList<Entry> shown = new FilteredList<>(entries);
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty loaded = new SimpleBooleanProperty();

  /**
   * The page on a log.
   *
   * @param opener puts an entry back on the speak page
   */
  public HistoryViewModel(
      HistoryLog log, Jobs jobs, Consumer<Entry> opener, Consumer<Notice> notices) {
    this.log = log;
    this.jobs = jobs;
    this.opener = opener;
    this.notices = notices;
    filter.subscribe(words -> shown.setPredicate(entry -> entry.matches(words)));
    refresh();
  }

  /** All entries, newest first. */
  public ObservableList<Entry> entries() {
    return entries;
  }

  /** The entries that the search lets through. */
  ObservableList<Entry> shown() {
    return shown;
  }

  StringProperty filterProperty() {
    return filter;
  }

  /** Whether the log was read at least once. */
  BooleanProperty loadedProperty() {
    return loaded;
  }

  /** Adds what was just spoken. */
  public void add(Entry entry) {
    change(() -> log.add(entry));
  }

  /** Puts an entry back on the speak page. */
  void open(Entry entry) {
    opener.accept(entry);
  }

  /** Removes an entry for good. */
  void remove(Entry entry) {
    change(() -> log.remove(entry::equals));
  }

  /** Removes everything for good. */
  public void clear() {
    Predicate<Entry> all = entry -> true;
    change(() -> log.remove(all));
  }

  private interface Change {
    void run() throws Exception;
  }

  private void change(Change change) {
    jobs.start(
        (progress, cancellation) -> {
          change.run();
          return log.read();
        },
        outcome -> outcome.handle(this::show, notices));
  }

  private void refresh() {
    change(() -> {});
  }

  private void show(List<Entry> read) {
    entries.setAll(read);
    loaded.set(true);
  }
}
