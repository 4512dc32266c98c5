package myna.ui.narrate;

import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import myna.delivery.Loudness;
import myna.delivery.Sound;
import myna.delivery.Subtitles;
import myna.narration.export.ExportSettings;
import myna.ui.common.Choices;
import myna.ui.common.ExportForm;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** Asks how the audiobook is to be written, and where. */
final class AudiobookPanel {
  private final BookModel book;
  private final ViewKit kit;
  private final CheckBox perChapter;
  private final CheckBox readAlong;
  private final ObjectProperty<Loudness> loudness = new SimpleObjectProperty<>(Loudness.ACX);

  AudiobookPanel(BookModel book, ViewKit kit) {
    this.book = book;
    this.kit = kit;
    perChapter = new CheckBox(kit.text("narrate.export.chapters"));
    perChapter.setId("per-chapter");
    readAlong = new CheckBox(kit.text("narrate.export.along"));
    readAlong.setId("read-along");
    readAlong.disableProperty().bind(perChapter.selectedProperty());
  }

  void show() {
    ExportForm form = new ExportForm(kit, "book");
    kit.dialogs()
        .show(
            kit.text("narrate.export"),
            form.content(
                kit.text("narrate.export.text"),
                book.marks(),
                this::save,
                levels(),
                perChapter,
                readAlong));
  }

  private VBox levels() {
    ComboBox<Loudness> levels =
        Choices.of(
            List.of(Loudness.values()),
            level -> kit.messages().of("narrate.loudness", level),
            loudness);
    levels.setId("loudness");
    Label name = Nodes.label(kit.text("narrate.export.loudness"), "strong");
    name.setLabelFor(levels);
    levels.setAccessibleText(name.getText());
    return Nodes.column(6, name, levels);
  }

  private void save(List<Subtitles> subtitles) {
    String narrator = book.snapshot().cast().settings().cast().narrator();
    kit.files()
        .save(Sort.AUDIOBOOK, book.title().replaceAll("[^\\p{L}\\p{N} ._-]", "_") + ".m4b")
        .map(
            file ->
                new ExportSettings(
                    file,
                    perChapter.isSelected(),
                    new Sound(loudness.get(), 0, 0, book.marks()),
                    Set.copyOf(subtitles),
                    ExportSettings.Credits.of(narrator).sealed(book.seal())))
        .ifPresent(this::export);
  }

  /** A page reads one file along. */
  private void export(ExportSettings settings) {
    if (readAlong.isSelected() && !settings.perChapter()) {
      book.exportReadAlong(settings, kit.files()::show);
    } else {
      book.export(settings);
    }
  }
}
