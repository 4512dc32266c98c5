package myna.narration.export;

import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipOutputStream;
import myna.narration.book.Block;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.StoredTake;
import myna.script.Timeline;

/**
 * A chapter of a book that is read aloud.
 *
 * @param name of its files, without extension
 * @param title for the contents
 * @param seconds that it is heard
 */
record OverlayChapter(String name, String title, double seconds) {
  /** Writes the page and the SMIL file of a chapter. */
  static OverlayChapter write(ZipOutputStream zip, String name, BookTimeline timeline)
      throws IOException, NarrationException {
    String title = timeline.chapters().getFirst().title();
    Pages pages = new Pages(name);
    long length = timeline.walk(pages);
    pages.endBlock();
    OverlayBook.put(
        zip, "EPUB/" + name + ".xhtml", OverlayPages.page(title, pages.page.toString()));
    OverlayBook.put(zip, "EPUB/" + name + ".smil", OverlayPages.smil(name, pages.smil.toString()));
    return new OverlayChapter(name, title, (double) length / timeline.sampleRate());
  }

  /** Writes both files side by side, a sentence at a time. */
  private static final class Pages implements BookTimeline.Visitor {
    private final StringBuilder page = new StringBuilder();
    private final StringBuilder smil = new StringBuilder();
    private final String name;
    private long block = -1;
    private String element = "";
    private int number;

    Pages(String name) {
      this.name = name;
    }

    @Override
    public void chapter(ChapterEntry chapter, long start) {}

    @Override
    public void line(LineEntry line, StoredTake stored, Timeline.Slot slot) {
      if (line.place().block() != block) {
        endBlock();
        block = line.place().block();
        element = line.place().kind() == Block.Kind.HEADING ? "h2" : "p";
        page.append("  <").append(element).append('>');
      } else {
        page.append(' ');
      }
      String id = "s" + ++number;
      page.append(
          "<span id=\"%s\">%s</span>".formatted(id, OverlayBook.escape(line.line().text())));
      smil.append(
          "    <par id=\"p%d\"><text src=\"%s.xhtml#%s\"/>".formatted(number, name, id)
              + "<audio src=\"%s.m4a\" clipBegin=\"%s\" clipEnd=\"%s\"/></par>%n"
                  .formatted(name, clock(slot.startSeconds()), clock(slot.endSeconds()))
                  .replace(System.lineSeparator(), "\n"));
    }

    void endBlock() {
      if (!element.isEmpty()) {
        page.append("</").append(element).append(">\n");
        element = "";
      }
    }

    private static String clock(double seconds) {
      return String.format(Locale.ROOT, "%.3fs", seconds);
    }

    @Override
    public void silence(long samples) {}
  }
}
