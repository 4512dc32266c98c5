package myna.ui.speak;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import myna.ui.common.Choices;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.ui.speak.Pronouncing.Choice;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Asks how a word is to be said. */
final class PronouncePanel {
  private final Pronouncing model;
  private final ViewKit kit;

  PronouncePanel(Pronouncing model, ViewKit kit) {
    this.model = model;
    this.kit = kit;
  }

  void show() {
    ComboBox<Choice> word =
        Choices.of(
            model.choices(),
            choice -> choice.written() + "   " + String.join(" ", choice.phonemes()),
            model.choiceProperty());
    word.setId("pronounce-word");
    word.setMaxWidth(Double.MAX_VALUE);
    word.getSelectionModel().select(0);
    TextField said = new TextField();
    said.setId("pronounce-as");
    said.setPromptText(kit.text("speak.pronounce.prompt"));
    said.textProperty().bindBidirectional(model.saidProperty());
    Label phonemes = Nodes.label("", "muted", "small");
    phonemes.setId("pronounce-phonemes");
    model.phonemesProperty().subscribe(found -> phonemes.setText(String.join(" ", found)));
    Button listen = Nodes.button(MaterialDesignP.PLAY, kit.text("speak.listen"), model::preview);
    Button again =
        Nodes.button(MaterialDesignR.REFRESH, kit.text("speak.pronounce.again"), model::sayAgain);
    again.setId("pronounce-again");
    Button here = Nodes.button(kit.text("speak.pronounce.here"), this::here);
    here.setId("pronounce-here");
    Button everywhere =
        Nodes.button(kit.text("speak.pronounce.everywhere"), this::everywhere, "accent");
    everywhere.setId("pronounce-everywhere");
    model
        .phonemesProperty()
        .subscribe(
            found -> {
              listen.setDisable(found.isEmpty());
              here.setDisable(found.isEmpty());
              everywhere.setDisable(found.isEmpty());
            });
    VBox content =
        Nodes.column(
            18,
            Nodes.column(8, field("speak.pronounce.word", word), again),
            Nodes.column(4, field("speak.pronounce.as", said), phonemes),
            Nodes.row(10, listen, Nodes.spring(), here, everywhere));
    content.setPrefWidth(440);
    kit.dialogs().show(kit.text("speak.pronounce.title"), content);
  }

  private VBox field(String key, javafx.scene.control.Control control) {
    Label label = Nodes.label(kit.text(key), "strong");
    label.setLabelFor(control);
    control.setAccessibleText(label.getText());
    return Nodes.column(6, label, control);
  }

  private void here() {
    model.applyHere();
    kit.dialogs().close();
  }

  private void everywhere() {
    model.applyEverywhere();
    kit.dialogs().close();
  }
}
