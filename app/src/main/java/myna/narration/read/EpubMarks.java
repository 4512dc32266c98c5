package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import myna.narration.book.Section;

/**
 * Finds where the chapters of an EPUB start: by its contents, else its headings, else its pages.
 */
final class EpubMarks {
  private static final int DEEPEST = 2;
  private static final int LONGEST_TITLE_PAGE = 1000;

  private final List<Piece> pieces;
  private final Map<String, Integer> starts;
  private final Map<String, Integer> anchors;

  /**
   * @param pieces of all pages; those of the opening may be told here to be front matter
   * @param starts index of the first piece of a page, by its path
   * @param anchors index of the piece that {@code path#fragment} means
   */
  EpubMarks(List<Piece> pieces, Map<String, Integer> starts, Map<String, Integer> anchors) {
    this.pieces = pieces;
    this.starts = starts;
    this.anchors = anchors;
  }

  List<ChapterMark> find(List<EpubContents.Entry> contents) {
    List<ChapterMark> marks = contentsMarks(contents);
    if (marks.stream().map(ChapterMark::piece).distinct().count() < 2) {
      List<ChapterMark> headings = Chapters.headingMarks(pieces);
      marks = headings.size() > 1 ? headings : pageMarks();
    }
    List<ChapterMark> all = new ArrayList<>(marks);
    all.addAll(unlistedPages(marks));
    return all;
  }

  private List<ChapterMark> contentsMarks(List<EpubContents.Entry> entries) {
    long outermost = entries.stream().filter(entry -> entry.depth() == 1).count();
    int deepest = outermost == 1 ? DEEPEST + 1 : DEEPEST;
    List<ChapterMark> marks = new ArrayList<>();
    for (EpubContents.Entry entry : entries) {
      Integer start = starts.get(entry.path());
      if (start != null && entry.depth() <= deepest) {
        int piece = anchors.getOrDefault(entry.path() + "#" + entry.fragment(), start);
        marks.add(new ChapterMark(piece, entry.depth(), entry.title()));
      }
    }
    return marks.stream().filter(mark -> mark.piece() < pieces.size()).toList();
  }

  /** A chapter a page, for books without contents and headings. */
  private List<ChapterMark> pageMarks() {
    List<ChapterMark> marks = new ArrayList<>();
    for (int first : pageStarts()) {
      marks.add(new ChapterMark(first, 1, pageTitle(first, "Part " + (marks.size() + 1))));
    }
    return marks;
  }

  /**
   * Pages that the contents leave out but that continue no chapter: those before the first chapter,
   * and those that say of themselves that they are no part of the body.
   */
  private List<ChapterMark> unlistedPages(List<ChapterMark> marks) {
    Set<Integer> marked = marks.stream().map(ChapterMark::piece).collect(Collectors.toSet());
    int opening = marks.stream().mapToInt(ChapterMark::piece).min().orElse(0);
    List<ChapterMark> more = new ArrayList<>();
    List<Integer> firsts = pageStarts();
    for (int i = 0; i < firsts.size(); i++) {
      int first = firsts.get(i);
      int end = i + 1 < firsts.size() ? firsts.get(i + 1) : pieces.size();
      Optional<Section> stated = pieces.get(first).section();
      if (marked.contains(first)) {
        continue;
      }
      if (first < opening) {
        nameOpening(first, Math.min(end, opening));
        more.add(new ChapterMark(first, 1, pageTitle(first, "Opening")));
      } else if (stated.isPresent() && stated.get() != Section.BODY) {
        more.add(new ChapterMark(first, 1, pageTitle(first, "Notes")));
      }
    }
    return more;
  }

  /** A page or two of a few lines before the first chapter are its title page. */
  private void nameOpening(int from, int to) {
    List<Piece> page = pieces.subList(from, to);
    int length = page.stream().mapToInt(piece -> piece.text().length()).sum();
    if (length < LONGEST_TITLE_PAGE) {
      page.replaceAll(
          piece ->
              new Piece(
                  piece.block(),
                  piece.level(),
                  piece.anchors(),
                  piece.section().or(() -> Optional.of(Section.FRONT_MATTER))));
    }
  }

  private List<Integer> pageStarts() {
    return starts.values().stream().filter(at -> at < pieces.size()).sorted().distinct().toList();
  }

  private String pageTitle(int first, String otherwise) {
    return pieces.get(first).isHeading() ? pieces.get(first).text() : otherwise;
  }
}
