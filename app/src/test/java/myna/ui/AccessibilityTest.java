package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import myna.ui.common.Language;
import myna.ui.shell.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every control has a name, is reached by Tab, and shows all its words, in both languages. */
class AccessibilityTest extends StudioFlow {
  private static final int MOST_TABS = 120;

  @BeforeEach
  void fill() {
    studio.addSampleVoices();
    Headless.run(() -> studio.find("#text", TextArea.class).setText(PicturesTest.TEXT));
    Headless.await("the sentences are there", () -> studio.lineCount() > 2);
  }

  @ParameterizedTest
  @EnumSource(Page.class)
  void everyControlHasAName(Page page) {
    show(page);
    List<String> nameless =
        Headless.in(
            () ->
                shown(studio.root()).stream()
                    .filter(Node::isFocusTraversable)
                    .filter(node -> name(node).isBlank())
                    .map(Node::toString)
                    .toList());
    assertThat(nameless).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Page.class)
  void everyControlIsReachedByTabInTheOrderItIsSeen(Page page) {
    show(page);
    Set<Node> wanted =
        Headless.in(
            () -> {
              List<Node> all = new ArrayList<>(shown(studio.root()));
              all.removeIf(
                  node -> !node.isFocusTraversable() || node.isDisabled() || isUnchosen(node));
              return new LinkedHashSet<>(all);
            });
    Set<Node> reached = new LinkedHashSet<>();
    for (int i = 0; i < MOST_TABS && !reached.containsAll(wanted); i++) {
      boolean inText = Headless.in(() -> studio.focused() instanceof TextArea);
      if (inText) {
        studio.robot.press(KeyCode.CONTROL, KeyCode.TAB).release(KeyCode.TAB, KeyCode.CONTROL);
      } else {
        studio.robot.type(KeyCode.TAB);
      }
      reached.add(Headless.in(studio::focused));
    }
    wanted.removeAll(reached);
    assertThat(wanted).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void allWordsAreShownAtTheSmallestSize(Language language) {
    studio.speak(language);
    studio.resize(1000, 700);
    List<String> cut = new ArrayList<>();
    for (Page page : studio.pages()) {
      show(page);
      cut.addAll(Headless.in(() -> cutWords(page)));
    }
    assertThat(cut).isEmpty();
  }

  private void show(Page page) {
    studio.go(page);
    if (page == Page.NARRATE && !studio.isShown("#chapters")) {
      studio.openBook(home.resolve("Rain.md"), "# One\n\nIt rained.\n\n# Two\n\nThey slept.\n");
    }
  }

  @Test
  void nothingIsCutAtTwiceTheScale() {
    studio.resize(1000, 700);
    Headless.picture(studio.root(), "speak-200-percent", 2);
    assertThat(Headless.in(() -> cutWords(Page.SPEAK))).isEmpty();
  }

  /** Labels whose text ends in an ellipsis; names that a user gave may be cut in lists. */
  private List<String> cutWords(Page page) {
    List<String> cut = new ArrayList<>();
    for (Node node : shown(studio.root())) {
      if (node instanceof Labeled labeled && !isInList(labeled)) {
        labeled
            .lookupAll(".text")
            .forEach(
                text -> {
                  if (labeled.equals(text.getParent())
                      && text instanceof Text words
                      && !words.getText().equals(labeled.getText())) {
                    cut.add(page + ": " + labeled.getText());
                  }
                });
      }
    }
    return cut;
  }

  private static boolean isInList(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each instanceof ListCell<?>) {
        return true;
      }
    }
    return false;
  }

  /** Of a group only the chosen button is in the order of Tab; arrow keys go to the others. */
  private static boolean isUnchosen(Node node) {
    if (node instanceof ToggleButton button && button.getToggleGroup() != null) {
      return button.getToggleGroup().getSelectedToggle() != null && !button.isSelected();
    }
    return node instanceof ListView<?> list && list.getItems().isEmpty();
  }

  private static String name(Node node) {
    String given = node.getAccessibleText();
    if (given != null && !given.isBlank()) {
      return given;
    }
    return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  /** What is shown, without the inner parts of controls. */
  private static List<Node> shown(Parent parent) {
    List<Node> found = new ArrayList<>();
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible() || child instanceof ScrollBar) {
        continue;
      }
      found.add(child);
      boolean isWhole =
          child instanceof Control && !(child instanceof javafx.scene.control.ScrollPane);
      if (child instanceof Parent inner && (!isWhole || child instanceof Label)) {
        found.addAll(shown(inner));
      }
    }
    return found;
  }
}
