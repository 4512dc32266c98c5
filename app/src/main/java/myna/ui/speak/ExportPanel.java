package myna.ui.speak;

import java.util.List;
import myna.delivery.Subtitles;
import myna.ui.common.ExportForm;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.ViewKit;

/** Asks what to write besides the sound, and where. */
record ExportPanel(Exporter exporter, ViewKit kit) {
  void show() {
    ExportForm form = new ExportForm(kit, "export");
    kit.dialogs()
        .show(
            kit.text("speak.export.title"),
            form.content(kit.text("speak.export.text"), exporter.marks(), this::save));
  }

  private void save(List<Subtitles> subtitles) {
    kit.files()
        .save(Sort.OUTPUT, kit.text("speak.export.name"))
        .ifPresent(file -> exporter.export(file, subtitles));
  }
}
