package myna.narration.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import myna.narration.book.Cover;
import myna.narration.book.Metadata;

/** The small files of an EPUB with media overlays. */
final class OverlayPages {
  /** A fixed time, so that the same book has the same bytes. */
  private static final String MODIFIED = "2020-01-01T00:00:00Z";

  private OverlayPages() {}

  static String container() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles>
        <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
      </rootfiles>
    </container>
    """;
  }

  static String style() {
    return """
    body { margin: 5%; line-height: 1.4 }
    .-epub-media-overlay-active { background-color: #ffe9a8; color: #000 }
    """;
  }

  static String page(String title, String body) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
    <head><title>%s</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
    <body>
    <section id="chapter" epub:type="chapter">
    %s</section>
    </body>
    </html>
    """
        .formatted(OverlayBook.escape(title), body);
  }

  static String smil(String name, String pars) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
    <body>
      <seq id="q1" epub:textref="%s.xhtml#chapter" epub:type="chapter">
    %s  </seq>
    </body>
    </smil>
    """
        .formatted(name, pars);
  }

  static String navigation(Metadata metadata, List<OverlayChapter> chapters) {
    String entries =
        chapters.stream()
            .map(
                chapter ->
                    "    <li><a href=\"%s.xhtml\">%s</a></li>\n"
                        .formatted(chapter.name(), OverlayBook.escape(chapter.title())))
            .collect(Collectors.joining());
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
    <head><title>%s</title></head>
    <body>
    <nav epub:type="toc" id="toc">
      <ol>
    %s  </ol>
    </nav>
    </body>
    </html>
    """
        .formatted(OverlayBook.escape(metadata.title()), entries);
  }

  static String packageDocument(
      Metadata metadata,
      ExportSettings.Credits credits,
      Optional<Cover> cover,
      List<OverlayChapter> chapters) {
    double total = chapters.stream().mapToDouble(OverlayChapter::seconds).sum();
    StringBuilder opf = new StringBuilder();
    opf.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        """);
    String identity = metadata.title() + "\n" + metadata.author() + "\n" + total;
    UUID id = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    line(opf, "<dc:identifier id=\"id\">urn:uuid:%s</dc:identifier>", id.toString());
    line(opf, "<dc:title>%s</dc:title>", metadata.title());
    line(
        opf,
        "<dc:language>%s</dc:language>",
        metadata.language().isEmpty() ? "en" : metadata.language());
    line(opf, "<dc:creator>%s</dc:creator>", metadata.author());
    line(opf, "<dc:date>%s</dc:date>", metadata.year());
    line(opf, "<dc:description>%s</dc:description>", metadata.description());
    line(opf, "<meta property=\"dcterms:modified\">%s</meta>", MODIFIED);
    line(opf, "<meta property=\"media:narrator\">%s</meta>", credits.narrator());
    line(opf, "<meta property=\"media:active-class\">%s</meta>", "-epub-media-overlay-active");
    line(opf, "<meta property=\"media:duration\">%s</meta>", seconds(total));
    for (OverlayChapter chapter : chapters) {
      opf.append(
          "  <meta property=\"media:duration\" refines=\"#%s-smil\">%s</meta>\n"
              .formatted(chapter.name(), seconds(chapter.seconds())));
    }
    opf.append("</metadata>\n<manifest>\n");
    item(opf, "nav", "nav.xhtml", "application/xhtml+xml", " properties=\"nav\"");
    item(opf, "style", "style.css", "text/css", "");
    cover.ifPresent(
        picture ->
            item(
                opf,
                "cover",
                "cover" + picture.extension(),
                picture.mediaType(),
                " properties=\"cover-image\""));
    for (OverlayChapter chapter : chapters) {
      String name = chapter.name();
      String overlay = " media-overlay=\"" + name + "-smil\"";
      item(opf, name, name + ".xhtml", "application/xhtml+xml", overlay);
      item(opf, name + "-smil", name + ".smil", "application/smil+xml", "");
      item(opf, name + "-sound", name + ".m4a", "audio/mp4", "");
    }
    opf.append("</manifest>\n<spine>\n");
    chapters.forEach(chapter -> opf.append("  <itemref idref=\"" + chapter.name() + "\"/>\n"));
    return opf.append("</spine>\n</package>\n").toString();
  }

  /** An element, unless there is nothing to say. */
  private static void line(StringBuilder opf, String format, String value) {
    if (!value.isBlank()) {
      opf.append("  ").append(format.formatted(OverlayBook.escape(value))).append('\n');
    }
  }

  private static void item(
      StringBuilder opf, String id, String href, String mediaType, String attributes) {
    opf.append(
        "  <item id=\"%s\" href=\"%s\" media-type=\"%s\"%s/>\n"
            .formatted(id, href, mediaType, attributes));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3fs", seconds);
  }
}
