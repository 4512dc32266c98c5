package myna.ui.speak;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Says what is missing where there is no voice yet, and how to come by one. */
final class NoVoice extends HBox {

  NoVoice(SpeakViewModel model, ViewKit kit) {
    super(12);
    getStyleClass().addAll("banner", "row");
    var words = Nodes.paragraph(kit.text("speak.novoice.text"));
    HBox.setHgrow(words, Priority.ALWAYS);
    Button sample = Nodes.button(kit.text("voices.sample"), model.firstVoice().sample());
    sample.setId("sample-voices");
    getChildren()
        .addAll(
            new FontIcon(MaterialDesignA.ACCOUNT_VOICE),
            words,
            sample,
            Nodes.button(kit.text("voices.add"), model.firstVoice().make(), "accent"));
  }
}
