package myna.narration.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import myna.jobs.Cancellation;
import myna.narration.NarrationException;
import myna.narration.book.Book;
import myna.narration.book.Metadata;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads Word documents (DOCX): text by a streaming parser, headings by style. */
final class DocxReader implements BookReader {
  private static final String DOCUMENT = "word/document.xml";

  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    try (BoundedZip zip = BoundedZip.open(file)) {
      String document = documentPath(zip);
      DocxStyles styles = DocxStyles.read(zip, BoundedZip.resolve(document, "styles.xml"));
      Map<String, String> notes = new HashMap<>();
      if (options.footnotes()) {
        notes.putAll(notes(zip, document, "footnote"));
        notes.putAll(notes(zip, document, "endnote"));
      }
      DocxText text = new DocxText(styles, notes);
      List<Piece> pieces = parse(zip, document, xml -> text.read(xml, cancellation));
      Metadata metadata = metadata(zip);
      String fallback = metadata.title().isEmpty() ? BookReader.baseName(file) : metadata.title();
      return BookReader.book(
          metadata, Optional.empty(), Chapters.byHeadings(pieces, fallback), file);
    }
  }

  private static Map<String, String> notes(BoundedZip zip, String document, String kind)
      throws IOException, NarrationException {
    String path = BoundedZip.resolve(document, kind + "s.xml");
    return zip.has(path) ? parse(zip, path, xml -> DocxText.readNotes(xml, kind)) : Map.of();
  }

  private static String documentPath(BoundedZip zip) throws NarrationException {
    Optional<byte[]> relations = zip.find("_rels/.rels");
    if (relations.isPresent()) {
      for (Element relation : Markup.all(Markup.xml(relations.get()), "relationship")) {
        String target = BoundedZip.normalize(relation.attr("target"));
        if (relation.attr("type").endsWith("/officeDocument") && zip.has(target)) {
          return target;
        }
      }
    }
    return DOCUMENT;
  }

  private static Metadata metadata(BoundedZip zip) throws NarrationException {
    Optional<byte[]> core = zip.find("docProps/core.xml");
    if (core.isEmpty()) {
      return Metadata.UNKNOWN;
    }
    Document properties = Markup.xml(core.get());
    return new Metadata(
        text(properties, "title"),
        text(properties, "creator"),
        text(properties, "language"),
        Tidy.year(text(properties, "created")),
        text(properties, "description"));
  }

  private static String text(Document properties, String name) {
    return Markup.first(properties, name).map(element -> Tidy.line(element.text())).orElse("");
  }

  /** What is made of an XML part. */
  private interface PartReader<T> {
    T read(XMLStreamReader xml) throws XMLStreamException;
  }

  private static <T> T parse(BoundedZip zip, String path, PartReader<T> reader)
      throws IOException, NarrationException {
    try (InputStream in = zip.stream(path)) {
      return reader.read(factory().createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      throw zip.explain(e);
    }
  }

  /** A parser that knows no document types, so that there are no entities to expand or to fetch. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }
}
