package myna.ui.common;

/** How a job ended. */
public sealed interface Outcome<T> {
  /** It was done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It went wrong. */
  record Failed<T>(Throwable cause) implements Outcome<T> {}

  /** It was no longer wanted. */
  record Cancelled<T>() implements Outcome<T> {}
}
