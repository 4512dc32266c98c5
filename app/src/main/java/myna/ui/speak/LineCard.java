package myna.ui.speak;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.script.Take;
import myna.speech.SpokenWord;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What can be done with the selected line: listen, take again, choose a take. */
final class LineCard extends VBox {
  private static final int MOST_DOUBTFUL = 6;

  /** Of many takes the latest can be chosen, and the one that was. */
  private static final int MOST_CHIPS = 12;

  private final SpeakViewModel model;
  private final ViewKit kit;
  private final Button listen;
  private final Button again;
  private final FlowPane takes = new FlowPane(6, 6);
  private final Label check = Nodes.paragraph("", "muted", "small");
  private final Label likeness = Nodes.paragraph("", "muted", "small");
  private LineModel line;
  private TakeModel measured;
  private Subscription following = Subscription.EMPTY;

  LineCard(SpeakViewModel model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
    getStyleClass().add("line-card");
    listen = Nodes.button(MaterialDesignP.PLAY, kit.text("speak.listen"), () -> model.listen(line));
    listen.setId("listen");
    again =
        Nodes.button(MaterialDesignR.REFRESH, kit.text("speak.again"), () -> model.takeAgain(line));
    again.setId("take-again");
    Button pronounce =
        Nodes.iconButton(
            MaterialDesignS.SPELLCHECK,
            kit.text("speak.pronounce.title"),
            () -> new PronouncePanel(model.pronouncing(line), kit).show());
    pronounce.setId("pronounce");
    HBox buttons = Nodes.row(8, listen, again, Nodes.spring(), pronounce);
    takes.setAccessibleText(kit.text("speak.takes"));
    getChildren().addAll(buttons, takes, check, likeness);
    show(null);
  }

  /** Shows what can be done with a line; null for none. */
  void show(LineModel selected) {
    following.unsubscribe();
    line = selected;
    Nodes.show(this, line != null);
    following =
        line == null
            ? Subscription.EMPTY
            : Subscription.combine(
                line.chosenProperty().subscribe(this::refresh),
                line.makingProperty().subscribe(this::refresh),
                model.tools().transport().subjectProperty().subscribe(this::refresh));
    if (line != null) {
      refresh();
    }
  }

  private void refresh() {
    boolean on = model.tools().transport().isOn(line);
    listen.setText(kit.text(on ? "common.stop" : "speak.listen"));
    listen.setGraphic(new FontIcon(on ? MaterialDesignS.STOP : MaterialDesignP.PLAY));
    again.setDisable(line.makingProperty().get());
    takes.getChildren().clear();
    ToggleGroup group = new ToggleGroup();
    int first = Math.max(0, line.takes().size() - MOST_CHIPS);
    for (TakeModel take : line.takes()) {
      if (take.number() > first || take.equals(line.chosen())) {
        takes.getChildren().add(chip(take, group));
      }
    }
    Nodes.show(takes, line.takes().size() > 1);
    check.setText(verdict());
    Nodes.show(check, !check.getText().isEmpty());
    TakeModel take = line.chosen();
    if (take == null || !take.equals(measured)) {
      Nodes.show(likeness, false);
      measured = take;
      if (take != null) {
        model.likeness(take, found -> showLikeness(take, found));
      }
    }
  }

  private void showLikeness(TakeModel take, OptionalDouble found) {
    if (line != null && take.equals(line.chosen())) {
      likeness.setText(
          found.isPresent()
              ? kit.text("speak.similarity", found.getAsDouble())
              : kit.text("speak.similarity.none"));
      Nodes.show(likeness, true);
    }
  }

  private ToggleButton chip(TakeModel take, ToggleGroup group) {
    ToggleButton chip = new ToggleButton(kit.text("speak.take", take.number()));
    chip.getStyleClass().add("chip");
    chip.setToggleGroup(group);
    chip.setSelected(take.equals(line.chosen()));
    chip.setOnAction(event -> model.choose(line, take));
    return chip;
  }

  private String verdict() {
    Optional<Take> take = line.take().filter(Take::isChecked);
    if (take.isEmpty()) {
      return "";
    }
    if (take.get().doubtfulWords() == 0) {
      return kit.text("speak.check.clear", take.get().words().size());
    }
    if (take.get().isGarbled()) {
      return kit.text("speak.check.garbled");
    }
    String words =
        line.words().stream()
            .filter(word -> word.clarity().doubtful())
            .limit(MOST_DOUBTFUL)
            .map(SpokenWord::text)
            .collect(Collectors.joining(", "));
    return kit.text("speak.check.doubtful", words);
  }
}
