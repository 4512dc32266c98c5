package myna.ui.speak;

import java.util.Optional;
import javafx.util.Subscription;
import myna.script.Take;
import myna.ui.common.SpokenCell;
import myna.ui.common.ViewKit;

/** A line in the list: what it says, how it stands, how long it is. */
final class LineCell extends SpokenCell<LineModel> {
  private final SpeakViewModel model;

  LineCell(SpeakViewModel model, ViewKit kit) {
    super(kit, 2);
    this.model = model;
  }

  @Override
  protected String words(LineModel line) {
    return line.text().strip().replaceAll("\\s+", " ");
  }

  @Override
  protected Subscription follow(LineModel line) {
    return Subscription.combine(
        line.makingProperty().subscribe(() -> show(line)),
        line.chosenProperty().subscribe(take -> show(line)),
        model.currentLineProperty().subscribe(heard -> hear(line.equals(heard))));
  }

  private void show(LineModel line) {
    show(
        line.makingProperty().get(),
        Optional.ofNullable(line.chosen())
            .map(
                take ->
                    new Chosen(
                        take.take().map(made -> made.length().seconds()).orElse(0.0),
                        take.number(),
                        line.takes().size(),
                        take.take().map(Take::doubtfulWords).orElse(0L))));
  }
}
