package myna.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Builders of small nodes, so that they look and read alike everywhere. */
public final class Nodes {
  private Nodes() {}

  /** A label of the given style classes. */
  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A label that breaks its lines. */
  public static Label paragraph(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A button with words. */
  public static Button button(String text, Runnable action, String... styles) {
    Button button = new Button(text);
    button.getStyleClass().addAll(styles);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A button with an icon before its words. */
  public static Button button(Ikon icon, String text, Runnable action, String... styles) {
    Button button = button(text, action, styles);
    button.setGraphic(new FontIcon(icon));
    return button;
  }

  /** A button of an icon alone; its name is told on hovering and to screen readers. */
  public static Button iconButton(Ikon icon, String name, Runnable action, String... styles) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("icon-button", "flat");
    button.getStyleClass().addAll(styles);
    button.setOnAction(event -> action.run());
    name(button, name);
    return button;
  }

  /** Names a button: for screen readers and on hovering. */
  public static void name(javafx.scene.control.Control control, String name) {
    control.setAccessibleText(name);
    control.setTooltip(new Tooltip(name));
  }

  /** Nodes side by side. */
  public static HBox row(double gap, Node... nodes) {
    HBox row = new HBox(gap, nodes);
    row.getStyleClass().add("row");
    return row;
  }

  /** Nodes one below the other. */
  public static VBox column(double gap, Node... nodes) {
    return new VBox(gap, nodes);
  }

  /** Takes what is left of a row or column. */
  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    VBox.setVgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /** Lets a node grow with its row or column. */
  public static <N extends Node> N grow(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  /** Shows or removes a node together with its place. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
