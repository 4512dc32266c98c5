package myna.narration.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.narration.book.NarrationException;
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

  private DocxStyles() {}

  /** Reads the styles of a document; one without a file of styles has none. */
  static DocxStyles read(BoundedZip zip, String path) throws NarrationException {
    DocxStyles styles = new DocxStyles();
    Optional<byte[]> bytes = zip.find(path);
    if (bytes.isPresent()) {
      Markup.all(Markup.xml(bytes.get()), "style").forEach(styles::learn);
    }
    return styles;
  }

  private void learn(Element style) {
    String id = style.attr("w:styleid");
    Markup.first(style, "name")
        .ifPresent(name -> names.put(id, name.attr("w:val").toLowerCase(Locale.ROOT)));
    Markup.first(style, "basedon").ifPresent(parent -> parents.put(id, parent.attr("w:val")));
    Markup.first(style, "outlinelvl")
        .filter(level -> level.attr("w:val").matches("[0-8]"))
        .ifPresent(level -> outlines.put(id, Integer.parseInt(level.attr("w:val")) + 1));
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
