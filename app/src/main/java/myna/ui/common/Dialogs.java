package myna.ui.common;

import javafx.scene.Node;

/** Panels above the page. */
public interface Dialogs {
  /** Asks; {@code yes} runs if the user agrees. */
  void ask(Question question, Runnable yes);

  /**
   * Shows a panel above the page until {@link #close} or Escape.
   *
   * @param title its heading
   * @param content what it holds
   */
  void show(String title, Node content);

  /** Closes what is shown. */
  void close();
}
