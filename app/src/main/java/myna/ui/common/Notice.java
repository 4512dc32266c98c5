package myna.ui.common;

import java.util.List;

/**
 * Something to tell the user in passing.
 *
 * @param kind how it looks
 * @param key its sentence in {@link Messages}
 * @param arguments what takes the sentence's places
 */
public record Notice(Kind kind, String key, List<Object> arguments) {
  /** How a notice looks. */
  public enum Kind {
    SUCCESS,
    WARNING,
    ERROR
  }

  public Notice {
    arguments = List.copyOf(arguments);
  }

  public static Notice success(String key, Object... arguments) {
    return new Notice(Kind.SUCCESS, key, List.of(arguments));
  }

  public static Notice warning(String key, Object... arguments) {
    return new Notice(Kind.WARNING, key, List.of(arguments));
  }

  public static Notice error(String key, Object... arguments) {
    return new Notice(Kind.ERROR, key, List.of(arguments));
  }

  /** The sentence. */
  public String in(Messages messages) {
    return messages.get(key, arguments.toArray());
  }
}
