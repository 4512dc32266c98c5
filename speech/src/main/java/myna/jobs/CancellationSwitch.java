package myna.jobs;

import java.util.concurrent.atomic.AtomicBoolean;

/** A cancellation that somebody can request: the other end of a "Cancel" button. */
public final class CancellationSwitch implements Cancellation {
  private final AtomicBoolean requested = new AtomicBoolean();

  /** Not cancelled. */
  public CancellationSwitch() {}

  /** Asks the work to end at its next check. */
  public void request() {
    requested.set(true);
  }

  @Override
  public boolean requested() {
    return requested.get();
  }
}
