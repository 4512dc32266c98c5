package myna.narration.read;

import java.util.Optional;
import java.util.Set;
import myna.narration.book.Block;
import myna.narration.book.Section;

/**
 * A block on its way into a chapter.
 *
 * @param block what is to be spoken
 * @param level 1 to 6 for a heading, otherwise 0
 * @param anchors names by which the file links to it
 * @param section what the file says it belongs to, if it says so
 */
record Piece(Block block, int level, Set<String> anchors, Optional<Section> section) {
  Piece {
    anchors = Set.copyOf(anchors);
  }

  static Piece heading(int level, String text) {
    return new Piece(Block.heading(Tidy.unpadded(text)), level, Set.of(), Optional.empty());
  }

  static Piece paragraph(String text) {
    return new Piece(Block.paragraph(text), 0, Set.of(), Optional.empty());
  }

  static Piece sceneBreak() {
    return new Piece(Block.SCENE_BREAK, 0, Set.of(), Optional.empty());
  }

  String text() {
    return block.text();
  }

  boolean isHeading() {
    return level > 0;
  }
}
