package myna.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import myna.ui.common.Dialogs;
import myna.ui.common.Messages;
import myna.ui.common.Nodes;
import myna.ui.common.Question;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A panel above the page. The keyboard stays in it until it closes, and then returns. */
final class Overlay extends StackPane implements Dialogs {
  private final Messages messages;
  private Node before;

  Overlay(Messages messages) {
    this.messages = messages;
    getStyleClass().add("overlay");
    setAlignment(Pos.CENTER);
    Nodes.show(this, false);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            close();
          }
        });
    sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener((ObservableValue<? extends Node> seen, Node was, Node now) -> holdFocus(now));
  }

  @Override
  public void ask(Question question, Runnable yes) {
    Button no = Nodes.button(messages.get("common.cancel"), this::close);
    no.setCancelButton(true);
    Button go =
        Nodes.button(
            question.yes(),
            () -> {
              close();
              yes.run();
            },
            question.grave() ? "danger" : "accent");
    go.setId("confirm");
    go.setDefaultButton(!question.grave());
    HBox buttons = Nodes.row(10, Nodes.spring(), no, go);
    VBox body = Nodes.column(22, Nodes.paragraph(question.text(), "muted"), buttons);
    body.setPrefWidth(400);
    show(question.title(), body);
    Platform.runLater((question.grave() ? no : go)::requestFocus);
  }

  @Override
  public void show(String title, Node content) {
    if (!isVisible()) {
      before = getScene() == null ? null : getScene().getFocusOwner();
    }
    Button close =
        Nodes.iconButton(MaterialDesignC.CLOSE, messages.get("common.close"), this::close);
    HBox head = Nodes.row(10, Nodes.label(title, "heading"), Nodes.spring(), close);
    VBox card = new VBox(14, head, content);
    card.getStyleClass().add("dialog");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    card.setAccessibleText(title);
    getChildren().setAll(card);
    Nodes.show(this, true);
    Platform.runLater(() -> holdFocus(getScene() == null ? null : getScene().getFocusOwner()));
  }

  @Override
  public void close() {
    Nodes.show(this, false);
    getChildren().clear();
    if (before != null) {
      before.requestFocus();
      before = null;
    }
  }

  private void holdFocus(Node owner) {
    if (!isVisible() || isWithin(owner)) {
      return;
    }
    focusable(this).stream().findFirst().ifPresent(Node::requestFocus);
  }

  private boolean isWithin(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == this) {
        return true;
      }
    }
    return false;
  }

  /** What the keyboard can reach, the closing button last. */
  private static List<Node> focusable(Parent parent) {
    List<Node> found = new ArrayList<>();
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child.isFocusTraversable() && !child.isDisabled()) {
        found.add(child);
      } else if (child instanceof Parent inner) {
        found.addAll(focusable(inner));
      }
    }
    found.sort(
        (a, b) ->
            Boolean.compare(
                a.getStyleClass().contains("icon-button"),
                b.getStyleClass().contains("icon-button")));
    return found;
  }
}
