package myna.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import myna.ui.common.FileChoosers;
import myna.ui.common.Messages;

/** The choosers of the operating system. They begin where the last one ended. */
final class StageFileChoosers implements FileChoosers {
  private final Window window;
  private final Messages messages;
  private File last;

  StageFileChoosers(Window window, Messages messages) {
    this.window = window;
    this.messages = messages;
  }

  @Override
  public List<Path> open(Sort sort) {
    List<File> chosen = chooser(sort).showOpenMultipleDialog(window);
    if (chosen == null || chosen.isEmpty()) {
      return List.of();
    }
    last = chosen.getFirst().getParentFile();
    return chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> save(Sort sort, String suggestedName) {
    FileChooser chooser = new FileChooser();
    begin(chooser);
    // One filter per format: the format follows the file's extension, so the chooser must add it.
    for (String pattern : sort.patterns()) {
      String name = pattern.substring(2).toUpperCase(java.util.Locale.ROOT);
      chooser.getExtensionFilters().add(new ExtensionFilter(name, pattern));
    }
    chooser.setInitialFileName(suggestedName);
    File chosen = chooser.showSaveDialog(window);
    if (chosen == null) {
      return Optional.empty();
    }
    last = chosen.getParentFile();
    ExtensionFilter kind = chooser.getSelectedExtensionFilter();
    return Optional.of(
        kind == null
            ? chosen.toPath()
            : sort.named(chosen.toPath(), kind.getExtensions().getFirst()));
  }

  @Override
  public Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    if (last != null && last.isDirectory()) {
      chooser.setInitialDirectory(last);
    }
    return Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
  }

  private FileChooser chooser(Sort sort) {
    FileChooser chooser = new FileChooser();
    begin(chooser);
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(messages.of("files", sort), sort.patterns()));
    return chooser;
  }

  private void begin(FileChooser chooser) {
    if (last != null && last.isDirectory()) {
      chooser.setInitialDirectory(last);
    }
  }

  @Override
  public boolean show(Path file) {
    return SystemPrograms.show(file);
  }
}
