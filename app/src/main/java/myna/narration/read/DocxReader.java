package myna.narration.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads Word documents (DOCX): text by a streaming parser, headings by style. */
final class DocxReader implements BookReader {
  private static final String DOCUMENT = "word/document.xml";
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

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
        Markup.text(properties, "title"),
        Markup.text(properties, "creator"),
        Markup.text(properties, "language"),
        Tidy.year(Markup.text(properties, "created")),
        Markup.text(properties, "description"));
  }

  /** What is made of an XML part. */
  private interface PartReader<T> {
    T read(XMLStreamReader xml) throws XMLStreamException;
  }

  private static <T> T parse(BoundedZip zip, String path, PartReader<T> reader)
      throws IOException, NarrationException {
    try (InputStream in = zip.stream(path)) {
      return reader.read(factory().createXMLStreamReader(letters(in)));
    } catch (XMLStreamException e) {
      throw zip.explain(e);
    }
  }

  /**
   * A part's letters, in UTF-8 or UTF-16 as Office Open XML has it. Bytes that are none become
   * U+FFFD; the JDK's parser would write of them to the console.
   */
  private static Reader letters(InputStream in) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(in, 3);
    byte[] start = bytes.readNBytes(3);
    if (Arrays.equals(start, UTF_8_MARK)) {
      return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }
    bytes.unread(start);
    boolean wide = start.length > 1 && (start[0] & start[1] & 0xFE) == 0xFE;
    return new InputStreamReader(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
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
