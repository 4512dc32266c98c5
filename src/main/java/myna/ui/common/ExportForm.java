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

/**
 * Asks which subtitles are to be written beside a file of sound, and says whether it is marked.
 *
 * @param <K> kinds of subtitles
 */
public final class ExportForm<K extends Enum<K>> {
  private final ViewKit kit;
  private final String name;
  private final Map<K, CheckBox> subtitles = new LinkedHashMap<>();

  /**
   * A form.
   *
   * @param name begins the ids of what is on it
   * @param kinds to choose from
   */
  public ExportForm(ViewKit kit, String name, List<K> kinds) {
    this.kit = kit;
    this.name = name;
    for (K kind : kinds) {
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
  public VBox content(String text, boolean marks, Consumer<List<K>> save, Node... besides) {
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

  private List<K> chosen() {
    return subtitles.keySet().stream().filter(kind -> subtitles.get(kind).isSelected()).toList();
  }
}
