package myna.narration.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import myna.jobs.Cancellation;
import myna.narration.book.Block;
import myna.narration.book.Book;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;

/** Reads plain text. */
final class TextReader implements BookReader {
  private static final int CONTENTS_RUN = 3;

  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    GutenbergFrame frame = GutenbergFrame.remove(PlainText.read(file).lines().toList());
    List<String> lines = TextTable.spoken(frame.lines());
    Optional<ChapterLines> chapters = chapters(options);
    List<TextLayout.Group> groups =
        TextLayout.paragraphs(
            chapters.isPresent() ? chapters.get().apart(lines, file) : TextHeadings.apart(lines));
    Optional<TextTop> top =
        frame.metadata().equals(Metadata.UNKNOWN) ? TextTop.of(groups) : Optional.empty();
    Metadata metadata =
        top.map(TextTop::metadata).orElse(frame.metadata()).orTitled(BookReader.baseName(file));
    List<Piece> pieces = new ArrayList<>();
    top.ifPresent(found -> pieces.add(Piece.heading(1, found.heading())));
    int skipped = top.map(TextTop::groups).orElse(0);
    addPieces(pieces, groups.subList(skipped, groups.size()), metadata.title(), options);
    List<Piece> kept = withoutContents(pieces);
    return BookReader.book(
        metadata, Optional.empty(), Chapters.byHeadings(kept, metadata.title()), file);
  }

  private static void addPieces(
      List<Piece> pieces, List<TextLayout.Group> groups, String title, ImportOptions options) {
    Hyphenation hyphenation =
        new Hyphenation(groups.stream().flatMap(group -> group.lines().stream()).toList());
    Set<TextLayout.Group> numbered = NumberedHeadings.of(groups);
    Optional<ChapterLines> chapters = chapters(options);
    for (TextLayout.Group group : groups) {
      int level =
          chapters.isPresent()
              ? chapters.get().level(group)
              : level(group, numbered.contains(group), pieces, title);
      add(pieces, level, level > 0 ? heading(group) : body(group, hyphenation), options);
    }
  }

  private static Optional<ChapterLines> chapters(ImportOptions options) {
    return Optional.of(options.chapterPattern())
        .filter(pattern -> !pattern.isEmpty())
        .map(ChapterLines::new);
  }

  /** The level of a group by its form, and by what stands before it. */
  private static int level(
      TextLayout.Group group, boolean numbered, List<Piece> before, String title) {
    int level = numbered ? 2 : TextHeadings.level(group);
    boolean afterChapter = !before.isEmpty() && isBareChapter(before.getLast());
    if (level == 0 && afterChapter && TextHeadings.isSubtitle(group)) {
      return 3;
    }
    return before.isEmpty() && heading(group).equalsIgnoreCase(title) ? 1 : level;
  }

  private static boolean isBareChapter(Piece piece) {
    return (piece.level() == 1 || piece.level() == 2)
        && piece.text().matches("(?i)((chapter|part|book|canto|letter|stave)\\s+)?(\\S+)\\.?");
  }

  private static String heading(TextLayout.Group group) {
    String whole = "";
    for (String line : group.lines()) {
      whole = Tidy.joinHeadings(whole, TextMarks.strip(line));
    }
    return whole;
  }

  private static String body(TextLayout.Group group, Hyphenation hyphenation) {
    return TextHeadings.isList(group.lines())
        ? ""
        : TextLayout.withoutBullet(
            hyphenation.join(group.lines().stream().map(Tidy::line).toList()));
  }

  private static void add(List<Piece> pieces, int level, String text, ImportOptions options) {
    String note = level == 0 ? TextMarks.note(text) : "";
    String plain = TextMarks.strip(text);
    if (!note.isEmpty()) {
      if (options.footnotes()) {
        pieces.add(new Piece(new Block(Block.Kind.NOTE, note), 0, Set.of(), Optional.empty()));
      }
    } else if (Tidy.isSceneBreak(plain)) {
      pieces.add(Piece.sceneBreak());
    } else if (!Tidy.isOrnament(plain)) {
      pieces.add(level > 0 ? Piece.heading(level, plain) : Piece.paragraph(plain));
    }
  }

  /** Leaves out headings in a row that come again later: they are the table of contents. */
  private static List<Piece> withoutContents(List<Piece> pieces) {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).isHeading()) {
        last.put(key(pieces.get(i)), i);
      }
    }
    List<Piece> kept = new ArrayList<>();
    for (int start = 0; start < pieces.size(); ) {
      int end = start + 1;
      while (pieces.get(start).isHeading() && end < pieces.size() && pieces.get(end).isHeading()) {
        end++;
      }
      for (int i = start; i < end; i++) {
        if (end - start < CONTENTS_RUN || last.get(key(pieces.get(i))) == i) {
          kept.add(pieces.get(i));
        }
      }
      start = end;
    }
    return kept;
  }

  private static String key(Piece piece) {
    return piece.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
