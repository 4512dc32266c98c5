package myna.engine;

/** Lends the pack that somebody chose elsewhere, and may choose otherwise the next time. */
@FunctionalInterface
public interface Leases {
  /**
   * A lease, which the caller closes.
   *
   * @throws EngineException if there is no such pack
   */
  PackLease lease() throws EngineException;
}
