package myna.jobs;

/** Told by long work how far it has come. Calls come from the thread that does the work. */
@FunctionalInterface
public interface Progress {
  /** Nobody watches. */
  Progress NONE = (fraction, message) -> {};

  /**
   * Reports how far the work has come.
   *
   * @param fraction done, in [0, 1], or negative where that is not known
   * @param message what is being done, in a few words
   */
  void report(double fraction, String message);

  /**
   * The progress of one part of this work.
   *
   * @param from fraction of this work at which the part starts, in [0, to]
   * @param to fraction of this work at which the part ends, in [from, 1]
   * @return a progress whose [0, 1] is this one's [from, to]
   */
  default Progress part(double from, double to) {
    if (!(0 <= from && from <= to && to <= 1)) {
      throw new IllegalArgumentException("no part of [0, 1]: [" + from + ", " + to + "]");
    }
    return (fraction, message) ->
        report(fraction < 0 ? from : from + Math.min(fraction, 1) * (to - from), message);
  }
}
