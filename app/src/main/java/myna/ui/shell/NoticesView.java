package myna.ui.shell;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import myna.ui.common.Messages;
import myna.ui.common.Nodes;
import myna.ui.common.Notice;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Notices in the corner; a success goes by itself, the others wait to be closed. */
final class NoticesView extends VBox {
  private static final Duration SUCCESS_STAYS = Duration.seconds(6);

  private final ObservableList<Notice> notices;
  private final Messages messages;
  private final ListChangeListener<Notice> change = any -> rebuild();

  NoticesView(ObservableList<Notice> notices, Messages messages) {
    this.notices = notices;
    this.messages = messages;
    getStyleClass().add("notices");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    notices.addListener(change);
    rebuild();
  }

  void release() {
    notices.removeListener(change);
  }

  private void rebuild() {
    getChildren().setAll(notices.stream().map(this::card).toList());
  }

  private Node card(Notice notice) {
    FontIcon icon = new FontIcon(icon(notice.kind()));
    Label text = Nodes.paragraph(notice.in(messages));
    Nodes.grow(text);
    HBox card =
        Nodes.row(
            12,
            icon,
            text,
            Nodes.iconButton(
                MaterialDesignC.CLOSE, messages.get("common.close"), () -> notices.remove(notice)));
    card.getStyleClass().addAll("notice", notice.kind().name().toLowerCase(java.util.Locale.ROOT));
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(text.getText());
    if (notice.kind() == Notice.Kind.SUCCESS) {
      PauseTransition stay = new PauseTransition(SUCCESS_STAYS);
      stay.setOnFinished(end -> notices.remove(notice));
      stay.play();
    }
    return card;
  }

  private static Ikon icon(Notice.Kind kind) {
    return switch (kind) {
      case SUCCESS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
      case WARNING -> MaterialDesignA.ALERT_OUTLINE;
      case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
    };
  }
}
