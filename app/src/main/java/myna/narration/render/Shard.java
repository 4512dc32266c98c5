package myna.narration.render;

/**
 * A share of the rendering, when several processes work on one book.
 *
 * @param index of this share, from 0
 * @param count of all shares
 */
public record Shard(int index, int count) {
  /** Everything. */
  public static final Shard ALL = new Shard(0, 1);

  private static final int DIGITS = 8;

  public Shard {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException("no share " + index + " of " + count);
    }
  }

  /**
   * Reads {@code i/n} with i from 1 to n.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Shard parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2 || !parts[0].matches("\\d{1,6}") || !parts[1].matches("\\d{1,6}")) {
      throw new IllegalArgumentException("a shard is written i/n, such as 1/4, not '" + text + "'");
    }
    int index = Integer.parseInt(parts[0]) - 1;
    int count = Integer.parseInt(parts[1]);
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException("there is no shard " + text + ": they count from 1 to n");
    }
    return new Shard(index, count);
  }

  /** Whether the take of a key is this share's; equal sentences are one share's. */
  boolean has(String key) {
    return Long.parseLong(key.substring(0, DIGITS), 16) % count == index;
  }
}
