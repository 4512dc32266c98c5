package myna.ui.narrate;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import myna.narration.export.ExportSettings;
import myna.narration.export.Loudness;
import myna.narration.export.Subtitles;
import myna.ui.common.Choices;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** Asks how the audiobook is to be written, and where. */
final class AudiobookPanel {
  private final BookModel book;
  private final ViewKit kit;
  private final Map<Subtitles, CheckBox> subtitles = new EnumMap<>(Subtitles.class);
  private final CheckBox perChapter;
  private final ObjectProperty<Loudness> loudness = new SimpleObjectProperty<>(Loudness.ACX);

  AudiobookPanel(BookModel book, ViewKit kit) {
    this.book = book;
    this.kit = kit;
    perChapter = new CheckBox(kit.text("narrate.export.chapters"));
    perChapter.setId("per-chapter");
  }

  void show() {
    FlowPane boxes = new FlowPane(18, 8);
    for (Subtitles kind : List.of(Subtitles.SRT, Subtitles.VTT, Subtitles.LRC)) {
      CheckBox box = new CheckBox(kit.messages().of("subtitles", kind));
      box.setId("book-subtitles-" + kind.name());
      subtitles.put(kind, box);
      boxes.getChildren().add(box);
    }
    ComboBox<Loudness> levels =
        Choices.of(
            List.of(Loudness.values()),
            level -> kit.messages().of("narrate.loudness", level),
            loudness);
    levels.setId("loudness");
    Label name = Nodes.label(kit.text("narrate.export.loudness"), "strong");
    name.setLabelFor(levels);
    levels.setAccessibleText(name.getText());
    Button save = Nodes.button(kit.text("speak.export.save"), this::save, "accent");
    save.setId("book-save");
    save.setDefaultButton(true);
    HBox buttons =
        Nodes.row(
            10,
            Nodes.spring(),
            Nodes.button(kit.text("common.cancel"), kit.dialogs()::close),
            save);
    VBox content =
        Nodes.column(
            18,
            Nodes.paragraph(kit.text("narrate.export.text"), "muted"),
            Nodes.column(6, name, levels),
            Nodes.column(8, Nodes.label(kit.text("speak.export.subtitles"), "strong"), boxes),
            perChapter,
            mark(),
            buttons);
    content.setPrefWidth(440);
    kit.dialogs().show(kit.text("narrate.export"), content);
  }

  /** Says whether the file will be marked. */
  private Label mark() {
    String key = book.marks() ? "export.watermark.on" : "export.watermark.off";
    Label label = Nodes.paragraph(kit.text(key), "muted", "small");
    label.setId("book-watermark");
    return label;
  }

  private void save() {
    Set<Subtitles> chosen = new HashSet<>();
    subtitles.forEach(
        (kind, box) -> {
          if (box.isSelected()) {
            chosen.add(kind);
          }
        });
    kit.dialogs().close();
    String narrator = book.snapshot().cast().settings().cast().narrator();
    kit.files()
        .save(Sort.AUDIOBOOK, book.title().replaceAll("[^\\p{L}\\p{N} ._-]", "_") + ".m4b")
        .ifPresent(
            file ->
                book.export(
                    new ExportSettings(
                        file,
                        perChapter.isSelected(),
                        new ExportSettings.Sound(loudness.get(), 0, 0, book.marks()),
                        chosen,
                        ExportSettings.Credits.of(narrator))));
  }
}
