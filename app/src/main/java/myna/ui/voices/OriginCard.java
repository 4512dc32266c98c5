package myna.ui.voices;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;

/** What a file says of where it comes from, and whether the watermark is in it. */
final class OriginCard extends VBox {
  private final ViewKit kit;

  OriginCard(ViewKit kit) {
    super(6);
    this.kit = kit;
    getStyleClass().addAll("card", "origin-card");
  }

  /** Shows what is known of a file; nothing for a recording. */
  void show(Optional<Origin> origin) {
    Nodes.show(this, origin.isPresent());
    getChildren().setAll(Nodes.label(kit.text("origin.title"), "heading"));
    origin
        .map(known -> known.sentences(kit.messages()))
        .orElse(List.of())
        .forEach(line -> getChildren().add(Nodes.paragraph(line, "muted", "small")));
  }
}
