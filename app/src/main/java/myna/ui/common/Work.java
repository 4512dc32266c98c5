package myna.ui.common;

import myna.jobs.Cancellation;
import myna.jobs.Progress;

/** Something that takes its time. */
@FunctionalInterface
public interface Work<T> {
  /**
   * Does it.
   *
   * @throws Exception whatever goes wrong; becomes the job's outcome
   */
  T run(Progress progress, Cancellation cancellation) throws Exception;
}
