package myna.ui.common;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import myna.jobs.CancellationSwitch;

/** Work under way. Its properties change on the thread of the views alone. */
public final class Job {
  private final CancellationSwitch cancellation = new CancellationSwitch();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", true);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

  Job() {}

  /** Asks the work to end at its next check. */
  public void cancel() {
    cancellation.request();
  }

  /** False once the outcome is known. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return running.get();
  }

  /** Done, in [0, 1], or negative where that is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What is being done, as the work words it. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  CancellationSwitch cancellation() {
    return cancellation;
  }

  void show(double fraction, String text) {
    progress.set(fraction);
    message.set(text);
  }

  void end() {
    running.set(false);
  }
}
