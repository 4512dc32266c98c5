package myna.ui.common;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import javafx.util.Subscription;

/** Does things later, on the thread of the views. */
@FunctionalInterface
public interface Delay {
  /** Runs {@code action} after some seconds, unless the subscription ends before. */
  Subscription after(double seconds, Runnable action);

  /** Waits by the clock. */
  static Delay ofClock() {
    return (seconds, action) -> {
      PauseTransition pause = new PauseTransition(Duration.seconds(seconds));
      pause.setOnFinished(event -> action.run());
      pause.play();
      return pause::stop;
    };
  }
}
