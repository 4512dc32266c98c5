package myna.ui.common;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Two buttons side by side, one of which is always chosen, and the content of that one. */
public final class Tabs extends HBox {
  /**
   * A tab.
   *
   * @param id of its button
   * @param name on its button
   */
  public record Tab(String id, String name, Node content) {}

  /**
   * Tabs of which the first is chosen.
   *
   * @param show told the content of the chosen one, at once and on each change
   */
  public Tabs(Tab first, Tab second, Consumer<Node> show) {
    getStyleClass().add("tabs");
    ToggleGroup group = new ToggleGroup();
    for (Tab tab : List.of(first, second)) {
      ToggleButton button = Nodes.grow(new ToggleButton(tab.name()));
      button.setId(tab.id());
      button.setUserData(tab.content());
      button.setToggleGroup(group);
      button.getStyleClass().add(tab.equals(first) ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
      getChildren().add(button);
    }
    group
        .selectedToggleProperty()
        .addListener(
            (seen, was, now) -> {
              if (now == null) {
                was.setSelected(true);
              } else {
                show.accept((Node) now.getUserData());
              }
            });
    group.selectToggle(group.getToggles().getFirst());
  }
}
