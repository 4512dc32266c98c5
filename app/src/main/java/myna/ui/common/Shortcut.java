package myna.ui.common;

import javafx.scene.input.KeyCombination;

/**
 * What the keyboard does, everywhere in the studio. Named in the messages, key {@code shortcut}.
 */
public enum Shortcut {
  SPEAK("Shortcut+Enter"),
  SPEAK_HERE("Shortcut+Shift+Enter"),
  PAUSE("Shortcut+Space"),
  STOP("Shortcut+Period"),
  EXPORT("Shortcut+E"),
  ADD_VOICE("Shortcut+N"),
  PAGES("Shortcut+1"),
  SETTINGS("Shortcut+Comma"),
  CLOSE_PANEL("Esc");

  private final String keys;

  Shortcut(String keys) {
    this.keys = keys;
  }

  /** The keys. */
  public KeyCombination keys() {
    return KeyCombination.valueOf(keys);
  }
}
