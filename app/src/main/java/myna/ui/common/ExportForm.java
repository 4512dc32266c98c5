package myna.ui.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import myna.delivery.Subtitles;

/** Asks which subtitles are to be written beside a file of sound, and says whether it is marked. */
public final class ExportForm {
  private static final List<Subtitles> KINDS = List.of(Subtitles.SRT, Subtitles.VTT, Subtitles.LRC);

  private final ViewKit kit;
  private final String name;
  private final Map<Subtitles, CheckBox> subtitles = new LinkedHashMap<>();

  /**
   * A form.
   *
   * @param name begins the ids of what is on it
   */
  public ExportForm(ViewKit kit, String name) {
    this.kit = kit;
    this.name = name;
    for (Subtitles kind : KINDS) {
      CheckBox box = new CheckBox(kit.messages().of("subtitles", kind));
      box.setId(name + "-subtitles-" + kind.name());
      subtitles.put(kind, box);
    }
  }

  /**
   * What a panel holds.
   *
   * @param text what is written
   * @param marks whether the file will carry the mark of synthetic speech
   * @param save told the chosen kinds
   * @param besides what else is asked
   */
  public VBox content(String text, boolean marks, Consumer<List<Subtitles>> save, Node... besides) {
    FlowPane boxes = new FlowPane(18, 8);
    boxes.getChildren().addAll(subtitles.values());
    Label mark =
        Nodes.paragraph(
            kit.text(marks ? "export.watermark.on" : "export.watermark.off"), "muted", "small");
    mark.setId(name + "-watermark");
    VBox content = Nodes.column(18, Nodes.paragraph(text, "muted"));
    content.getChildren().addAll(besides);
    content
        .getChildren()
        .addAll(
            Nodes.column(8, Nodes.label(kit.text("export.subtitles"), "strong"), boxes),
            mark,
            new SaveRow(kit, name + "-save", kit.text("export.save"), () -> save.accept(chosen())));
    content.setPrefWidth(440);
    return content;
  }

  private List<Subtitles> chosen() {
    return subtitles.keySet().stream().filter(kind -> subtitles.get(kind).isSelected()).toList();
  }
}
