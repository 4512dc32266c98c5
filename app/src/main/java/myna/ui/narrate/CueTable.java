package myna.ui.narrate;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import myna.narration.dub.CueReport;
import myna.narration.read.TimedCue;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;

/** The cues of subtitles: when they are, what is said and by whom, and whether it fitted. */
final class CueTable extends TableView<TimedCue> {
  /** The text alone gives way. */
  private static final double NARROW = 118;

  private final ViewKit kit;
  private Map<Integer, CueReport> reports = Map.of();

  CueTable(DubModel model, ViewKit kit) {
    this.kit = kit;
    setId("cues");
    setAccessibleText(kit.text("narrate.dub.cues"));
    getItems().setAll(model.cues());
    add("narrate.dub.time", 78, cue -> Times.fine(cue.start()));
    add("narrate.dub.speaker", 90, CueTable::speakers);
    add("narrate.dub.text", 320, CueTable::words);
    add("narrate.dub.fit", 118, this::fit);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
  }

  private void add(String key, double width, Function<TimedCue, String> value) {
    TableColumn<TimedCue, String> column = new TableColumn<>(kit.text(key));
    column.setMinWidth(Math.min(width, NARROW));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
    getColumns().add(column);
  }

  /** Shows how the cues were spoken. */
  void show(Optional<DubModel.Made> made) {
    reports =
        made.map(
                done ->
                    done.report().cues().stream()
                        .collect(Collectors.toMap(each -> each.cue().number(), each -> each)))
            .orElse(Map.of());
    refresh();
  }

  private static String speakers(TimedCue cue) {
    return cue.turns().stream()
        .map(TimedCue.Turn::speaker)
        .filter(name -> !name.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String words(TimedCue cue) {
    return cue.turns().stream().map(TimedCue.Turn::text).collect(Collectors.joining(" – "));
  }

  private String fit(TimedCue cue) {
    return Optional.ofNullable(reports.get(cue.number()))
        .map(
            report ->
                kit.text(
                    "narrate.dub.fit." + report.verdict().name(), report.late(), report.over()))
        .orElse("");
  }
}
