package myna.narration.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.narration.book.NarrationException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the paragraph styles of a Word document mean (ECMA-376, 17.7). */
final class DocxStyles {
  private static final Pattern HEADING = Pattern.compile("heading ([1-9])");
  private static final Pattern UNSPOKEN =
      Pattern.compile("toc( heading| ?\\d)|caption|(foot|end)note text|header|footer");
  private static final int DEEPEST_CHAIN = 20;

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Integer> outlines = new HashMap<>();
  private final Map<String, Look> looks = new HashMap<>();
  private String usual = "";

  /**
   * What a style says of the form of its paragraphs; null where it leaves that to its parent.
   *
   * @param size of letters in points
   */
  record Look(Double size, Boolean bold, Boolean centred, Boolean onTop) {
    private static final Look NONE = new Look(null, null, null, null);

    private static Look of(Element properties) {
      return new Look(
          value(properties, "sz")
              .filter(v -> v.matches("\\d{1,4}"))
              .map(DocxStyles::points)
              .orElse(null),
          value(properties, "b").map(DocxStyles::isOn).orElse(null),
          value(properties, "jc").map("center"::equals).orElse(null),
          value(properties, "pagebreakbefore").map(DocxStyles::isOn).orElse(null));
    }

    private Look or(Look parent) {
      return new Look(
          size == null ? parent.size : size,
          bold == null ? parent.bold : bold,
          centred == null ? parent.centred : centred,
          onTop == null ? parent.onTop : onTop);
    }
  }

  /** A size, which Word counts in half points. */
  static double points(String halves) {
    return Integer.parseInt(halves) / 2.0;
  }

  /** Whether a property that is there is on. */
  static boolean isOn(String value) {
    return !value.matches("0|false|off|none");
  }

  private static Optional<String> value(Element properties, String name) {
    return Markup.first(properties, name).map(element -> element.attr("w:val"));
  }

  private DocxStyles() {}

  /** Reads the styles of a document; one without a file of styles has none. */
  static DocxStyles read(BoundedZip zip, String path) throws NarrationException {
    DocxStyles styles = new DocxStyles();
    Optional<byte[]> bytes = zip.find(path);
    if (bytes.isPresent()) {
      Document document = Markup.xml(bytes.get());
      Markup.first(document, "docdefaults").ifPresent(all -> styles.looks.put("", Look.of(all)));
      Markup.all(document, "style").forEach(styles::learn);
    }
    return styles;
  }

  private void learn(Element style) {
    String id = style.attr("w:styleid");
    looks.put(id, Look.of(style));
    if (style.attr("w:default").equals("1") && style.attr("w:type").equals("paragraph")) {
      usual = id;
    }
    Markup.first(style, "name")
        .ifPresent(name -> names.put(id, name.attr("w:val").toLowerCase(Locale.ROOT)));
    Markup.first(style, "basedon").ifPresent(parent -> parents.put(id, parent.attr("w:val")));
    Markup.first(style, "outlinelvl")
        .filter(level -> level.attr("w:val").matches("[0-8]"))
        .ifPresent(level -> outlines.put(id, Integer.parseInt(level.attr("w:val")) + 1));
  }

  /** How paragraphs of a style look, "" for those without; what no style says is null. */
  Look look(String styleId) {
    Look look = Look.NONE;
    String id = styleId.isEmpty() ? usual : styleId;
    for (int i = 0; i < DEEPEST_CHAIN && id != null; i++) {
      look = look.or(looks.getOrDefault(id, Look.NONE));
      id = parents.get(id);
    }
    return look.or(looks.getOrDefault("", Look.NONE));
  }

  /** 1 to 6 for a heading, otherwise 0. */
  int headingLevel(String styleId) {
    String id = styleId;
    for (int i = 0; i < DEEPEST_CHAIN && id != null; i++) {
      int level = ownLevel(id);
      if (level > 0) {
        return Math.min(level, 6);
      }
      id = parents.get(id);
    }
    return 0;
  }

  private int ownLevel(String id) {
    String name = name(id);
    Matcher heading = HEADING.matcher(name);
    if (heading.matches()) {
      return Integer.parseInt(heading.group(1));
    }
    return name.equals("title") ? 1 : outlines.getOrDefault(id, 0);
  }

  /** Whether paragraphs of the style are not read aloud. */
  boolean isUnspoken(String styleId) {
    return UNSPOKEN.matcher(name(styleId)).matches();
  }

  private String name(String id) {
    return names.getOrDefault(
        id, id.toLowerCase(Locale.ROOT).replaceFirst("^heading(\\d)$", "heading $1"));
  }
}
