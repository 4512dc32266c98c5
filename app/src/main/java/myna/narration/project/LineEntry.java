package myna.narration.project;

import java.util.Optional;
import myna.narration.book.Block;
import myna.script.Line;

/**
 * A line of a project.
 *
 * @param id names it as long as its block stays as it is
 * @param place where in the book
 * @param line what is spoken
 * @param choice which of its takes it is to have
 * @param take the sound, if it is rendered
 */
public record LineEntry(long id, Place place, Line line, Choice choice, Optional<StoredTake> take) {
  /**
   * Where a line stands.
   *
   * @param chapter id
   * @param block id
   * @param kind of the block
   */
  public record Place(long chapter, long block, Block.Kind kind) {}

  /**
   * Which of a line's takes was chosen.
   *
   * @param retake 0 for the first, otherwise the number of a retake
   * @param retakes how many were asked for so far
   */
  public record Choice(int retake, int retakes) {
    /** The first take. */
    public static final Choice FIRST = new Choice(0, 0);
  }
}
