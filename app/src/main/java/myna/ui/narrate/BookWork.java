package myna.ui.narrate;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderProgress;

/** What is being made of a book: its buttons and its progress. On the thread of the views. */
final class BookWork {
  /** What happens to a book. */
  enum State {
    IDLE,
    /** Another book comes first. */
    WAITING,
    RENDERING,
    PAUSED,
    EXPORTING;

    boolean isBusy() {
      return this != IDLE;
    }
  }

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyObjectWrapper<Optional<RenderProgress>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyDoubleWrapper exported = new ReadOnlyDoubleWrapper(0);
  private RenderControl control = new RenderControl();

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  State state() {
    return state.get();
  }

  /** How far the rendering is, or was at its end; empty before the first. */
  ReadOnlyObjectProperty<Optional<RenderProgress>> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How much of the audiobook is written, in [0, 1]. */
  ReadOnlyDoubleProperty exportedProperty() {
    return exported.getReadOnlyProperty();
  }

  /** Pauses and stops what is under way; a new one for each order. */
  RenderControl control() {
    return control;
  }

  /** Holds the rendering, or goes on. */
  void togglePause() {
    switch (state.get()) {
      case RENDERING -> {
        control.pause();
        state.set(State.PAUSED);
      }
      case PAUSED -> {
        control.resume();
        state.set(State.RENDERING);
      }
      default -> {}
    }
  }

  /** Stops; what is finished is kept. */
  void stop() {
    control.cancel();
  }

  void begin() {
    control = new RenderControl();
    state.set(State.WAITING);
  }

  void set(State next) {
    state.set(next);
  }

  void show(RenderProgress now) {
    progress.set(Optional.of(now));
  }

  void showExported(double share) {
    exported.set(share);
  }
}
