package myna.narration.read;

import java.util.List;
import java.util.regex.Pattern;
import myna.narration.book.Block;

/** Knows the page with the rights and the publisher, however a book calls it. */
final class Imprint {
  private static final Pattern RIGHTS =
      Pattern.compile(
          "(?i)\\A((text|illustrations?|translation|cover( art| design)?|introduction|this"
              + " edition)\\s+)?(copyright\\s*(©|\\(c\\)|by\\b|(19|20)\\d\\d)|©|\\(c\\)\\s*(by\\b|(19|20)\\d\\d)|all"
              + " rights reserved|e?-?isbn\\b).*");

  private static final Pattern PUBLISHER =
      Pattern.compile(
          "(?i)\\A((first |originally )?published (by|in|as)\\b|printed (in|by|and bound)\\b|no"
              + " part of this|this (e-?)?book (is|may|was)\\b|this is a work of fiction|names,"
              + " characters,|library of congress|a (cip|catalogue) |the moral right|cover"
              + " (art|design|image|illustration|photo)|(first|second|third|\\d+(st|nd|rd|th))"
              + " (\\S+ )?edition|https?:|www\\.).*");

  private static final int LONGEST = 3000;
  private static final int LONGEST_ADDRESS = 60;

  private Imprint() {}

  /**
   * Whether a text is short and most of it speaks of rights and publishers. Headings count for
   * neither side, nor do short lines that end no sentence: names and addresses.
   */
  static boolean isImprint(List<Block> blocks) {
    int length = blocks.stream().mapToInt(block -> block.text().length()).sum();
    if (length > LONGEST || blocks.stream().noneMatch(block -> matches(RIGHTS, block))) {
      return false;
    }
    int legal =
        blocks.stream()
            .filter(block -> matches(RIGHTS, block) || matches(PUBLISHER, block))
            .mapToInt(block -> block.text().length())
            .sum();
    int other =
        blocks.stream()
            .filter(block -> !matches(RIGHTS, block) && !matches(PUBLISHER, block))
            .filter(Imprint::isProse)
            .mapToInt(block -> block.text().length())
            .sum();
    return legal >= other;
  }

  private static boolean matches(Pattern pattern, Block block) {
    return pattern.matcher(block.text()).matches();
  }

  private static boolean isProse(Block block) {
    return block.kind() == Block.Kind.PARAGRAPH
        && (block.text().length() > LONGEST_ADDRESS || Tidy.endsSentence(block.text()));
  }
}
