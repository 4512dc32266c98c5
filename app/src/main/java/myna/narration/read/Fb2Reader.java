package myna.narration.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Cover;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads FictionBook 2 by way of HTML: titles of sections are headings of their depth, verses are
 * paragraphs, the body of notes holds footnotes.
 */
final class Fb2Reader implements BookReader {
  private static final int DEEPEST_HEADING = 6;

  private static final Map<String, String> HTML =
      Map.of(
          "v",
          "p",
          "text-author",
          "p",
          "subtitle",
          "p",
          "emphasis",
          "em",
          "strong",
          "strong",
          "strikethrough",
          "s",
          "empty-line",
          "br",
          "poem",
          "div",
          "stanza",
          "div");

  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    Document book = Markup.xml(Files.readAllBytes(file));
    Metadata metadata = metadata(book);
    Optional<Cover> cover = cover(book);
    Document page = Document.createShell("");
    for (Element body : Markup.all(book, "body")) {
      boolean notes = body.attr("name").matches("notes|comments");
      Element part = notes ? notes(body) : story(body, metadata.title());
      page.body().appendChild(part);
    }
    Book read = HtmlReader.read(page, metadata, options, file);
    return new Book(read.metadata(), cover, read.chapters());
  }

  /**
   * The text of a body.
   *
   * @param name of the book, which need not be said where it is all that the body is called
   */
  private static Element story(Element body, String name) {
    Element part = body.clone().clearAttributes().tagName("div");
    for (Element title : Markup.all(part, "title")) {
      List<String> lines = Markup.all(title, "p").stream().map(Element::text).toList();
      int depth = (int) title.parents().stream().filter(Fb2Reader::isSection).count();
      title.clearAttributes().tagName("h" + Math.min(depth + 1, DEEPEST_HEADING));
      String text = lines.stream().map(Tidy::line).reduce("", Tidy::joinHeadings);
      title.text(text);
      if (depth == 0 && text.equals(name)) {
        title.remove();
      }
    }
    Markup.all(part, "image").forEach(Element::remove);
    for (Element element : List.copyOf(part.getAllElements())) {
      String html = HTML.get(Markup.localName(element));
      if (html != null) {
        element.tagName(html);
      }
    }
    for (Element link : Markup.all(part, "a")) {
      link.attr("href", reference(link));
      if (link.attr("type").equals("note")) {
        link.attr("epub:type", "noteref");
      }
    }
    return part;
  }

  private static boolean isSection(Element element) {
    return Markup.localName(element).equals("section");
  }

  private static Element notes(Element body) {
    Element part = new Element("div");
    for (Element note : Markup.all(body, "section")) {
      Element aside = part.appendElement("aside").attr("epub:type", "footnote").id(note.id());
      Markup.all(note, "p").stream()
          .filter(p -> p.closest("title") == null)
          .forEach(p -> aside.appendElement("p").text(p.text()));
    }
    return part;
  }

  /** What an element refers to; the prefix of its attribute is the file's to choose. */
  private static String reference(Element element) {
    return element.attributes().asList().stream()
        .filter(one -> one.getKey().equals("href") || one.getKey().endsWith(":href"))
        .map(one -> one.getValue())
        .findFirst()
        .orElse("");
  }

  private static Metadata metadata(Document book) {
    Optional<Element> info = Markup.first(book, "title-info");
    if (info.isEmpty()) {
      return Metadata.UNKNOWN;
    }
    String authors =
        Markup.all(info.get(), "author").stream()
            .map(
                author ->
                    Stream.of("first-name", "middle-name", "last-name")
                        .map(part -> Markup.text(author, part))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")))
            .filter(author -> !author.isEmpty())
            .collect(Collectors.joining(", "));
    return new Metadata(
        Markup.text(info.get(), "book-title"),
        authors,
        Markup.text(info.get(), "lang"),
        Tidy.year(Markup.text(info.get(), "date")),
        Markup.text(info.get(), "annotation"));
  }

  private static Optional<Cover> cover(Document book) {
    String id =
        Markup.first(book, "coverpage")
            .flatMap(page -> Markup.first(page, "image"))
            .map(Fb2Reader::reference)
            .orElse("");
    return Markup.all(book, "binary").stream()
        .filter(binary -> id.equals("#" + binary.id()))
        .findFirst()
        .flatMap(binary -> decoded(binary.text()))
        .flatMap(Cover::of);
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a book without its cover is still a book
    }
  }
}
