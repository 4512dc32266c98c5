package myna.narration.book;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A chapter.
 *
 * @param title for lists and chapter marks, never ""
 * @param section which part of the book it belongs to
 * @param blocks in reading order
 */
public record Chapter(String title, Section section, List<Block> blocks) {
  public Chapter {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a chapter without a title");
    }
    blocks = List.copyOf(blocks);
  }

  /** Everything in it, a block a line. */
  public String text() {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
  }
}
