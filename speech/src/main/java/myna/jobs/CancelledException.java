package myna.jobs;

/** Thrown by {@link Cancellation#check()} through work whose result is no longer wanted. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Carries no stack trace: where the work stood when it was cancelled is nobody's concern. */
  public CancelledException() {
    super("cancelled", null, false, false);
  }
}
