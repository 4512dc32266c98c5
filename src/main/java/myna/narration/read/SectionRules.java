package myna.narration.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

  private static final Pattern IMPRINT =
      Pattern.compile(
          "(?i)(all rights reserved|\\bisbn\\b|©|\\(c\\) ?(19|20)\\d\\d|copyright (19|20)\\d\\d)");

  private static final int LONGEST_IMPRINT = 3000;
  private static final int LONGEST_CONTENTS_LINE = 80;

  private SectionRules() {}

  /**
   * The section of a chapter.
   *
   * @param stated what the file says, if it says so
   */
  static Section of(String title, List<Piece> pieces, Optional<Section> stated) {
    if (NAVIGATION.matcher(title).matches() || isContents(pieces)) {
      return Section.NAVIGATION;
    }
    if (FRONT.matcher(title).matches()) {
      return Section.FRONT_MATTER;
    }
    if (BACK.matcher(title).matches()) {
      return Section.BACK_MATTER;
    }
    return stated.orElse(
        isImprint(pieces) || isTitlePage(pieces) ? Section.FRONT_MATTER : Section.BODY);
  }

  private static boolean isTitlePage(List<Piece> pieces) {
    return pieces.stream().allMatch(Piece::isHeading);
  }

  private static boolean isImprint(List<Piece> pieces) {
    int length = pieces.stream().mapToInt(piece -> piece.text().length()).sum();
    return length < LONGEST_IMPRINT
        && pieces.stream().anyMatch(piece -> IMPRINT.matcher(piece.text()).find());
  }

  /** A heading "Contents" with nothing but short lines below it. */
  private static boolean isContents(List<Piece> pieces) {
    return pieces.size() > 1
        && pieces.getFirst().isHeading()
        && NAVIGATION.matcher(pieces.getFirst().text()).matches()
        && pieces.stream().allMatch(piece -> piece.text().length() < LONGEST_CONTENTS_LINE);
  }
}
