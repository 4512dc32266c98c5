package myna.ui.common;

import java.util.function.Consumer;

/** How a job ended. */
public sealed interface Outcome<T> {
  /**
   * Goes on with what was done, or tells what went wrong; what was no longer wanted is passed over.
   */
  default void handle(Consumer<? super T> done, Consumer<? super Notice> failed) {
    switch (this) {
      case Done<T>(T value) -> done.accept(value);
      case Failed<T>(Throwable cause) -> failed.accept(Failures.notice(cause));
      case Cancelled<T>() -> {}
    }
  }

  /** It was done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It went wrong. */
  record Failed<T>(Throwable cause) implements Outcome<T> {}

  /** It was no longer wanted. */
  record Cancelled<T>() implements Outcome<T> {}
}
