package myna.narration.project;

import java.util.Optional;
import myna.narration.book.Block;
import myna.narration.script.Line;

/**
 * A line of a project.
 *
 * @param id names it as long as its block stays as it is
 * @param place where in the book
 * @param line what is spoken
 * @param retake 0, or the number of the retake that the user asked for
 * @param take the sound, if it is rendered
 */
public record LineEntry(long id, Place place, Line line, int retake, Optional<Take> take) {
  /**
   * Where a line stands.
   *
   * @param chapter id
   * @param block id
   * @param kind of the block
   */
  public record Place(long chapter, long block, Block.Kind kind) {}
}
