package myna.resgen.adapt;

/**
 * One factor of a low-rank addition. The addition to a map of [out][in] is the product of two:
 * {@code NAME.widen} [out][rank] and {@code NAME.narrow} [rank][in].
 *
 * @param name of the factor: the map's, a dot, and which of the two it is
 * @param rows of the factor
 * @param columns of the factor
 */
public record FactorShape(String name, int rows, int columns) {
  /** Ends the name of the factor that is applied first. */
  public static final String NARROW = ".narrow";

  /** Ends the name of the factor that is applied last. */
  public static final String WIDEN = ".widen";

  /** Checks what may come from a stranger. */
  public FactorShape {
    if (rows < 1 || columns < 1 || !(name.endsWith(NARROW) || name.endsWith(WIDEN))) {
      throw new IllegalArgumentException("no factor: " + name + " [" + rows + "][" + columns + "]");
    }
  }

  /** Numbers in the factor. */
  public int size() {
    return Math.multiplyExact(rows, columns);
  }

  /** The map that the factor belongs to. */
  public String map() {
    return name.substring(0, name.lastIndexOf('.'));
  }

  boolean first() {
    return name.endsWith(NARROW);
  }
}
