package myna.narration.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a single HTML page: its main part, chapters by headings. */
final class HtmlReader implements BookReader {
  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    Document page = Markup.page(Files.readAllBytes(file));
    String title = Tidy.line(page.title());
    Metadata stated = metadata(page).or(framed(page)).orTitled(title);
    return read(page, stated, options, file);
  }

  /** Reads a page that is already parsed. */
  static Book read(Document page, Metadata metadata, ImportOptions options, Path file)
      throws NarrationException {
    Element body = mainPart(page);
    Notes notes = new Notes();
    notes.learnReferences("", body);
    if (options.footnotes()) {
      notes.learnTexts("", body);
    }
    var context =
        new HtmlPieces.PageContext("", new HiddenRules(page, ""), notes, options.footnotes());
    List<Piece> pieces = HtmlPieces.read(body, context);
    String fallback = metadata.title().isEmpty() ? BookReader.baseName(file) : metadata.title();
    return BookReader.book(
        titledByHeading(metadata, pieces),
        Optional.empty(),
        Chapters.byHeadings(pieces, fallback),
        file);
  }

  /** The main part where the page marks it, without what surrounds it on a web site. */
  private static Element mainPart(Document page) {
    Element body = Optional.ofNullable(page.selectFirst("body")).orElse(page);
    List<Element> mains = body.select("main, [role=main]");
    List<Element> articles = body.select("article");
    Element part = mains.size() == 1 ? mains.getFirst() : body;
    if (mains.isEmpty() && articles.size() == 1) {
      part = articles.getFirst();
    }
    part.select(
            "body > header:has(nav), body > footer, [role=navigation], [role=banner],"
                + " [role=contentinfo]")
        .remove();
    return part;
  }

  /** A book without a title has that of its only outermost heading. */
  private static Metadata titledByHeading(Metadata metadata, List<Piece> pieces) {
    List<Piece> outermost = pieces.stream().filter(piece -> piece.level() == 1).toList();
    return outermost.size() == 1 ? metadata.orTitled(outermost.getFirst().text()) : metadata;
  }

  /** What the head of an older page of Project Gutenberg says, which stands on the page itself. */
  private static Metadata framed(Document page) {
    return page.select("pre").stream()
        .map(Element::wholeText)
        .filter(GutenbergFrame::isFrame)
        .findFirst()
        .map(text -> GutenbergFrame.remove(text.lines().toList()).metadata())
        .orElse(Metadata.UNKNOWN);
  }

  private static Metadata metadata(Document page) {
    return new Metadata(
        meta(page, "dc.title", "dcterms.title", "og:title"),
        meta(page, "author", "dc.creator", "dcterms.creator"),
        Optional.ofNullable(page.selectFirst("html")).map(html -> html.attr("lang")).orElse(""),
        Tidy.year(meta(page, "date", "dcterms.issued", "dc.date", "dcterms.created")),
        meta(page, "description", "dc.description"));
  }

  private static String meta(Document page, String... names) {
    for (String name : names) {
      for (Element meta : page.select("meta")) {
        if ((meta.attr("name") + meta.attr("property")).equalsIgnoreCase(name)) {
          return Tidy.line(meta.attr("content"));
        }
      }
    }
    return "";
  }
}
