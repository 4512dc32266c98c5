package myna.ui.speak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** Asks what to write besides the sound, and where. */
final class ExportPanel {
  private final Exporter exporter;
  private final ViewKit kit;
  private final Map<Subtitles, CheckBox> subtitles = new EnumMap<>(Subtitles.class);

  ExportPanel(Exporter exporter, ViewKit kit) {
    this.exporter = exporter;
    this.kit = kit;
  }

  void show() {
    VBox boxes = Nodes.column(8, Nodes.label(kit.text("speak.export.subtitles"), "strong"));
    for (Subtitles kind : Subtitles.values()) {
      CheckBox box = new CheckBox(kit.messages().of("subtitles", kind));
      box.setId("subtitles-" + kind.name());
      subtitles.put(kind, box);
      boxes.getChildren().add(box);
    }
    Button save = Nodes.button(kit.text("speak.export.save"), this::save, "accent");
    save.setId("export-save");
    save.setDefaultButton(true);
    HBox buttons =
        Nodes.row(
            10,
            Nodes.spring(),
            Nodes.button(kit.text("common.cancel"), kit.dialogs()::close),
            save);
    VBox content =
        Nodes.column(
            20, Nodes.paragraph(kit.text("speak.export.text"), "muted"), boxes, mark(), buttons);
    content.setPrefWidth(400);
    kit.dialogs().show(kit.text("speak.export.title"), content);
  }

  /** Says whether the file will be marked. */
  private Label mark() {
    String key = exporter.marks() ? "export.watermark.on" : "export.watermark.off";
    Label label = Nodes.paragraph(kit.text(key), "muted", "small");
    label.setId("export-watermark");
    return label;
  }

  private void save() {
    List<Subtitles> chosen = new ArrayList<>();
    subtitles.forEach(
        (kind, box) -> {
          if (box.isSelected()) {
            chosen.add(kind);
          }
        });
    kit.dialogs().close();
    kit.files()
        .save(Sort.OUTPUT, kit.text("speak.export.name"))
        .ifPresent(file -> exporter.export(file, chosen));
  }
}
