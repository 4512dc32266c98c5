package myna.ui.voices;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.voice.Consent;
import myna.voice.Voice;

/** Name and consent, without which there is no voice. */
final class SaveCard extends VBox {
  private final ClipDraft draft;
  private final ViewKit kit;
  private final Label title = Nodes.label("", "heading");
  private final Map<Consent.Kind, RadioButton> choices = new EnumMap<>(Consent.Kind.class);
  private final VBox details;

  SaveCard(VoicesViewModel model, ViewKit kit) {
    this.draft = model.draft();
    this.kit = kit;
    getStyleClass().addAll("card", "save-card");
    TextField name = new TextField();
    name.setId("voice-name");
    name.textProperty().bindBidirectional(draft.nameProperty());
    name.setPromptText(kit.text("voices.name.prompt"));
    Label label = Nodes.label(kit.text("voices.name"), "strong");
    label.setLabelFor(name);
    name.setAccessibleText(label.getText());
    details = Nodes.column(16, Nodes.column(6, label, name), consent());
    Button save = Nodes.button(kit.text("voices.save"), model::saveDraft, "accent");
    save.setId("save-voice");
    save.setMaxWidth(Double.MAX_VALUE);
    save.setDefaultButton(true);
    save.disableProperty().bind(draft.readyProperty().not());
    getChildren().addAll(title, details, save);
  }

  /** Follows the draft until the subscription ends. */
  Subscription follow() {
    return Subscription.combine(
        draft.targetProperty().subscribe(this::showTarget),
        draft
            .consentProperty()
            .subscribe(given -> choices.forEach((kind, box) -> box.setSelected(kind == given))));
  }

  private VBox consent() {
    ToggleGroup group = new ToggleGroup();
    VBox box = Nodes.column(8, Nodes.label(kit.text("voices.consent"), "strong"));
    for (Consent.Kind kind : Consent.Kind.values()) {
      RadioButton choice = new RadioButton(kit.messages().of("voices.consent", kind));
      choice.setId("consent-" + kind.name());
      choice.setWrapText(true);
      choice.setToggleGroup(group);
      choice.setOnAction(event -> draft.consentProperty().set(kind));
      choices.put(kind, choice);
      box.getChildren().add(choice);
    }
    box.getChildren().add(Nodes.paragraph(kit.text("voices.consent.text"), "muted", "small"));
    return box;
  }

  private void showTarget(Voice voice) {
    title.setText(
        voice == null ? kit.text("voices.new") : kit.text("voices.addclip.to", voice.name()));
    Nodes.show(details, voice == null);
  }
}
