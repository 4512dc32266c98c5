package myna.ui.sound;

import javafx.animation.AnimationTimer;
import javafx.util.Subscription;

/** Calls back again and again on the thread of the views, for as long as somebody listens. */
@FunctionalInterface
public interface Pulse {
  /** Calls {@code beat} until the subscription ends. */
  Subscription start(Runnable beat);

  /** A beat for every frame that is drawn. */
  static Pulse ofFrames() {
    return beat -> {
      AnimationTimer timer =
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              beat.run();
            }
          };
      timer.start();
      return timer::stop;
    };
  }
}
