package myna.narration.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import myna.narration.book.Block;
import myna.narration.book.Chapter;
import myna.narration.book.Section;

/** Makes chapters of pieces. */
final class Chapters {
  private static final int LONGEST_TITLE = 120;
  private static final Pattern CHAPTER_TITLE =
      Pattern.compile(
          "(?i)(chapter|chap\\.|letter|canto|scene|act|book|part|section|kapitel|chapitre|adventure)\\s+\\S+.*"
              + "|[ivxlc]+\\.?(\\s.*)?|\\d+\\.?(\\s.*)?|(prologue|epilogue|introduction|preface|foreword"
              + "|afterword)\\.?");

  private static final Pattern BARE_NUMBER =
      Pattern.compile(
          "(?i)((chapter|part|book|canto|act|section|stave|letter)\\s+\\S+|[ivxlc]+|\\d+)\\.?");

  private Chapters() {}

  /**
   * Chapters at the headings of the level that seems to be the chapters'.
   *
   * @param fallback title of a text before the first heading, or without any
   */
  static List<Chapter> byHeadings(List<Piece> pieces, String fallback) {
    return byMarks(pieces, headingMarks(pieces), fallback);
  }

  /** Chapters that start where the marks say; text before the first is a chapter of its own. */
  static List<Chapter> byMarks(List<Piece> pieces, List<ChapterMark> marks, String fallback) {
    List<ChapterMark> ordered = merged(pieces, marks);
    List<Chapter> chapters = new ArrayList<>();
    int first = ordered.isEmpty() ? pieces.size() : ordered.getFirst().piece();
    addOpening(chapters, pieces.subList(0, first), fallback);
    for (int i = 0; i < ordered.size(); i++) {
      int end = i + 1 < ordered.size() ? ordered.get(i + 1).piece() : pieces.size();
      add(chapters, pieces.subList(ordered.get(i).piece(), end), ordered.get(i).title());
    }
    return chapters;
  }

  private static void addOpening(List<Chapter> chapters, List<Piece> pieces, String fallback) {
    boolean titled = !pieces.isEmpty() && pieces.getFirst().isHeading();
    add(chapters, pieces, titled ? pieces.getFirst().text() : fallback);
  }

  /** A chapter of these pieces, unless there is nothing in them. */
  static void add(List<Chapter> chapters, List<Piece> pieces, String title) {
    List<Piece> kept = withoutOuterBreaks(pieces);
    if (kept.isEmpty()) {
      return;
    }
    Optional<Section> stated = kept.stream().flatMap(piece -> piece.section().stream()).findFirst();
    List<Block> blocks = kept.stream().map(Piece::block).toList();
    Section section = SectionRules.of(title, blocks, stated);
    chapters.add(new Chapter(shortened(title), section, blocks));
  }

  /** Marks at the chapter headings among the pieces. */
  static List<ChapterMark> headingMarks(List<Piece> pieces) {
    int outermost = outermostLevel(pieces);
    int deepest = chapterLevel(pieces, outermost);
    List<ChapterMark> marks = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.level() >= outermost && piece.level() <= deepest) {
        marks.add(new ChapterMark(i, piece.level(), titleAt(pieces, i, deepest)));
      }
    }
    return marks;
  }

  /** The heading's text, with that of a heading below it where it is but "Chapter 7" or "VII". */
  private static String titleAt(List<Piece> pieces, int index, int deepest) {
    String title = pieces.get(index).text();
    boolean followed = index + 1 < pieces.size() && pieces.get(index + 1).level() > deepest;
    return followed && BARE_NUMBER.matcher(title).matches()
        ? Tidy.joinHeadings(title, pieces.get(index + 1).text())
        : title;
  }

  /** The outermost level with two headings or more, or else the outermost with any. */
  private static int outermostLevel(List<Piece> pieces) {
    int[] counts = counts(pieces, piece -> true);
    return IntStream.rangeClosed(1, 6)
        .filter(level -> counts[level] > 1)
        .findFirst()
        .orElseGet(
            () ->
                IntStream.rangeClosed(1, 6)
                    .filter(level -> counts[level] > 0)
                    .findFirst()
                    .orElse(1));
  }

  /** A level below the outermost whose headings are titled as chapters are, or the outermost. */
  private static int chapterLevel(List<Piece> pieces, int outermost) {
    int[] counts = counts(pieces, piece -> true);
    int[] titled = counts(pieces, piece -> CHAPTER_TITLE.matcher(piece.text()).matches());
    return IntStream.rangeClosed(outermost + 1, 6)
        .filter(level -> counts[level] > 1 && 2 * titled[level] > counts[level])
        .findFirst()
        .orElse(outermost);
  }

  private static int[] counts(List<Piece> pieces, Predicate<Piece> which) {
    int[] counts = new int[7];
    pieces.stream().filter(which).forEach(piece -> counts[piece.level()]++);
    return counts;
  }

  /** In order, with one mark where several say the same or nothing but headings lies between. */
  private static List<ChapterMark> merged(List<Piece> pieces, List<ChapterMark> marks) {
    List<ChapterMark> ordered = new ArrayList<>(marks);
    ordered.sort(Comparator.comparingInt(ChapterMark::piece).thenComparingInt(ChapterMark::depth));
    List<ChapterMark> merged = new ArrayList<>();
    for (ChapterMark mark : ordered) {
      if (!merged.isEmpty() && isPartOf(pieces, merged.getLast(), mark)) {
        ChapterMark outer = merged.removeLast();
        merged.add(new ChapterMark(outer.piece(), mark.depth(), joined(outer, mark)));
      } else {
        merged.add(mark);
      }
    }
    return merged;
  }

  private static boolean isPartOf(List<Piece> pieces, ChapterMark outer, ChapterMark inner) {
    boolean onlyHeadings =
        pieces.subList(outer.piece(), inner.piece()).stream()
            .allMatch(piece -> piece.isHeading() || piece.block().kind() == Block.Kind.BREAK);
    boolean leads = outer.depth() < inner.depth() || BARE_NUMBER.matcher(outer.title()).matches();
    return outer.piece() == inner.piece() || (leads && onlyHeadings);
  }

  private static String joined(ChapterMark outer, ChapterMark inner) {
    return outer.title().equals(inner.title())
        ? inner.title()
        : Tidy.joinHeadings(outer.title(), inner.title());
  }

  private static List<Piece> withoutOuterBreaks(List<Piece> pieces) {
    int from = 0;
    int to = pieces.size();
    while (from < to && isBreak(pieces.get(from))) {
      from++;
    }
    while (to > from && isBreak(pieces.get(to - 1))) {
      to--;
    }
    return pieces.subList(from, to);
  }

  private static boolean isBreak(Piece piece) {
    return piece.block().kind() == Block.Kind.BREAK;
  }

  private static String shortened(String title) {
    String line = Tidy.line(title);
    if (line.length() <= LONGEST_TITLE) {
      return line.isEmpty() ? "Untitled" : line;
    }
    int space = line.lastIndexOf(' ', LONGEST_TITLE);
    return line.substring(0, space > LONGEST_TITLE / 2 ? space : LONGEST_TITLE) + "…";
  }
}
