package myna.jobs;

/** Asked by long work between its steps: is the result still wanted? Safe for use by any thread. */
@FunctionalInterface
public interface Cancellation {
  /** Work that nobody can cancel. */
  Cancellation NEVER = () -> false;

  /** Whether the work is no longer wanted. Once true, it stays true. */
  boolean requested();

  /**
   * Ends work that is no longer wanted.
   *
   * @throws CancelledException if {@link #requested()}
   */
  default void check() {
    if (requested()) {
      throw new CancelledException();
    }
  }
}
