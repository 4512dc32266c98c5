package myna.narration.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import myna.narration.book.Block;
import myna.narration.book.Section;

/** Tells front matter, body and back matter apart by what stands in them. */
final class SectionRules {
  private static final Pattern NAVIGATION =
      Pattern.compile(
          "(?i)((table of )?contents|index|list of"
              + " (illustrations|figures|tables|maps|plates)|illustrations|cover( image|"
              + " page)?|landmarks|inhalt(sverzeichnis)?|table des mati[eè]res)[.:]?");

  private static final Pattern FRONT =
      Pattern.compile(
          "(?i)(half[- ]?title( page)?|title[- ]?page|copyright( page| notice|"
              + " information)?|imprint|legal( notice)?|dedication|frontispiece|praise for"
              + " .*|advance praise.*|(also|other (books|titles)|books|more) by .*|about this"
              + " (e-?book|edition)|titlepage|publisher'?s? (note|information))[.:]?");

  private static final Pattern BACK =
      Pattern.compile(
          "(?i)((foot|end)?notes|bibliography|references|works cited|further reading|glossary|about"
              + " the (author|publisher|editor|translator|type)s?|acknowledge?ments|credits|colophon|errata|transcriber['’]s"
              + " notes?.*|.*project gutenberg.*licen[sc]e.*|newsletter|uncopyright|(full"
              + " )?licen[sc]e)[.:]?");

  private static final int LONGEST_CONTENTS_LINE = 80;

  private SectionRules() {}

  /**
   * The section of a chapter.
   *
   * @param stated what the file says, if it says so
   */
  static Section of(String title, List<Block> blocks, Optional<Section> stated) {
    return byTitle(title, blocks)
        .or(() -> stated)
        .orElse(
            Imprint.isImprint(blocks) || isTitlePage(blocks) ? Section.FRONT_MATTER : Section.BODY);
  }

  /** Why a chapter is held to be of its section, as a few words; "" for the body. */
  static String reason(String title, List<Block> blocks, Section section) {
    if (section == Section.BODY) {
      return "";
    }
    if (byTitle(title, blocks).equals(Optional.of(section))) {
      return "by its title";
    }
    if (section == Section.FRONT_MATTER && Imprint.isImprint(blocks)) {
      return "reads as an imprint";
    }
    return section == Section.FRONT_MATTER && isTitlePage(blocks)
        ? "nothing but titles"
        : "marked so in the book, or ahead of its first chapter";
  }

  private static Optional<Section> byTitle(String title, List<Block> blocks) {
    if (NAVIGATION.matcher(title).matches() || isContents(blocks)) {
      return Optional.of(Section.NAVIGATION);
    }
    if (FRONT.matcher(title).matches()) {
      return Optional.of(Section.FRONT_MATTER);
    }
    return BACK.matcher(title).matches() ? Optional.of(Section.BACK_MATTER) : Optional.empty();
  }

  private static boolean isTitlePage(List<Block> blocks) {
    return blocks.stream().allMatch(SectionRules::isHeading);
  }

  /** A heading "Contents" with nothing but short lines below it. */
  private static boolean isContents(List<Block> blocks) {
    return blocks.size() > 1
        && isHeading(blocks.getFirst())
        && NAVIGATION.matcher(blocks.getFirst().text()).matches()
        && blocks.stream().allMatch(block -> block.text().length() < LONGEST_CONTENTS_LINE);
  }

  private static boolean isHeading(Block block) {
    return block.kind() == Block.Kind.HEADING;
  }
}
