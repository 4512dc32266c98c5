package myna.ui.narrate;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.narration.project.LineEntry;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What can be done with the chosen sentence. */
final class SentenceCard extends VBox {
  private final BookModel book;
  private final ViewKit kit;
  private final Button listen;
  private final FlowPane takes = new FlowPane(6, 6);
  private LineEntry line;

  SentenceCard(BookModel book, ViewKit kit) {
    this.book = book;
    this.kit = kit;
    getStyleClass().add("line-card");
    listen = Nodes.button(MaterialDesignP.PLAY, kit.text("narrate.listen"), () -> book.play(line));
    listen.setId("listen-line");
    Button again =
        Nodes.button(MaterialDesignR.REFRESH, kit.text("speak.again"), () -> book.retake(line));
    again.setId("retake-line");
    Button text =
        Nodes.iconButton(
            MaterialDesignP.PENCIL_OUTLINE,
            kit.text("narrate.text.edit"),
            () -> new ParagraphPanel(book, line, kit).show());
    text.setId("edit-text");
    Button split =
        Nodes.iconButton(
            MaterialDesignB.BOOKMARK_PLUS_OUTLINE, kit.text("narrate.chapter.split"), this::split);
    split.setId("split-chapter");
    HBox buttons = Nodes.row(8, listen, again, Nodes.spring(), text, split);
    takes.setAccessibleText(kit.text("speak.takes"));
    getChildren().addAll(buttons, takes);
    show(null);
  }

  /** Follows what plays until the subscription ends. */
  Subscription follow() {
    return book.transport().subjectProperty().subscribe(this::showPlaying);
  }

  /** Shows what can be done with a line; null for none. */
  void show(LineEntry chosen) {
    line = chosen;
    Nodes.show(this, line != null);
    takes.getChildren().clear();
    if (line == null) {
      return;
    }
    ToggleGroup group = new ToggleGroup();
    for (int take = 0; take <= line.choice().retakes(); take++) {
      takes.getChildren().add(chip(take, group));
    }
    Nodes.show(takes, line.choice().retakes() > 0);
    showPlaying();
  }

  private ToggleButton chip(int take, ToggleGroup group) {
    ToggleButton chip = new ToggleButton(kit.text("speak.take", take + 1));
    chip.getStyleClass().add("chip");
    chip.setToggleGroup(group);
    chip.setSelected(take == line.choice().retake());
    chip.setOnAction(event -> book.choose(line, take));
    return chip;
  }

  private void showPlaying() {
    boolean on = book.transport().isOn(book);
    listen.setText(kit.text(on ? "common.stop" : "narrate.listen"));
    listen.setGraphic(new FontIcon(on ? MaterialDesignS.STOP : MaterialDesignP.PLAY));
    listen.setDisable(!on && (line == null || line.take().isEmpty()));
  }

  private void split() {
    long block = line.place().block();
    new NamePanel(kit, "narrate.chapter.split", line.line().text())
        .show(name -> book.edit(editor -> editor.split(block, name)));
  }
}
