package myna.ui.shell;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import myna.ui.common.Notice;

/** Which page is shown, and what is told above it. */
public final class ShellViewModel implements Consumer<Notice> {
  /** So many notices are shown at most; the oldest goes first. */
  static final int MOST_NOTICES = 4;

  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.SPEAK);
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();

  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** What is told now, oldest first. */
  public ObservableList<Notice> notices() {
    return notices;
  }

  /** Tells the user something. */
  @Override
  public void accept(Notice notice) {
    notices.remove(notice);
    notices.add(notice);
    if (notices.size() > MOST_NOTICES) {
      notices.removeFirst();
    }
  }

  /**
   * Hands dropped files to the first page that takes them all, and shows it; the shown page is
   * asked first. Where none does, the files of each format go to a page of their own.
   */
  public void drop(List<Path> files, List<Feature> features) {
    if (isTaken(files, features)) {
      return;
    }
    Collection<List<Path>> formats =
        files.stream().collect(Collectors.groupingBy(ShellViewModel::format)).values();
    if (formats.size() == 1
        || formats.stream().filter(some -> !isTaken(some, features)).count() > 0) {
      accept(Notice.warning("shell.drop.unknown"));
    }
  }

  private boolean isTaken(List<Path> files, List<Feature> features) {
    Optional<Feature> taker =
        features.stream()
            .sorted((a, b) -> Boolean.compare(b.page() == page.get(), a.page() == page.get()))
            .filter(feature -> feature.reception().take(files))
            .findFirst();
    taker.ifPresent(feature -> page.set(feature.page()));
    return taker.isPresent();
  }

  private static String format(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** The keys of the sentences that say what closing would lose. */
  public List<String> objections(List<Feature> features) {
    return features.stream().flatMap(f -> f.departure().objection().stream()).toList();
  }
}
