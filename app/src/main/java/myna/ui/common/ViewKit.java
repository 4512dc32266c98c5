package myna.ui.common;

/**
 * What every view is built with.
 *
 * @param messages the user's language
 * @param dialogs panels above the page
 * @param files choosers of files
 */
public record ViewKit(Messages messages, Dialogs dialogs, FileChoosers files) {

  /** A sentence in the user's language. */
  public String text(String key, Object... arguments) {
    return messages.get(key, arguments);
  }
}
