package myna.narration.read;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/** Which elements of a page a reader does not see, by attribute or by style sheet. */
final class HiddenRules {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}@;]+)\\{([^{}]*)\\}");
  private static final Pattern HIDING =
      Pattern.compile("(?i)(display\\s*:\\s*none|visibility\\s*:\\s*(hidden|collapse))");
  private static final int MOST_RULES = 200;

  private final Set<Element> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param page whose elements are asked about
   * @param styleSheets the text of the style sheets that the page uses; rules that depend on the
   *     medium are ignored
   */
  HiddenRules(Document page, String styleSheets) {
    StringBuilder all = new StringBuilder(styleSheets);
    page.select("style").forEach(style -> all.append('\n').append(style.data()));
    Matcher rule = RULE.matcher(withoutBlocks(COMMENT.matcher(all).replaceAll(" ")));
    for (int found = 0; found < MOST_RULES && rule.find(); ) {
      if (HIDING.matcher(rule.group(2)).find()) {
        found++;
        hide(page, rule.group(1).strip());
      }
    }
  }

  /** Whether a reader does not see this element itself; its ancestors are not asked. */
  boolean isHidden(Element element) {
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equalsIgnoreCase("true")
        || HIDING.matcher(element.attr("style")).find()
        || hidden.contains(element);
  }

  private void hide(Document page, String selector) {
    try {
      hidden.addAll(page.select(selector));
    } catch (Selector.SelectorParseException e) {
      // A selector that this parser does not know, such as ::before, hides nothing that is text.
    }
  }

  /** Leaves out the blocks of {@code @media} and its like. */
  private static String withoutBlocks(String css) {
    StringBuilder flat = new StringBuilder();
    int start = 0;
    for (int open = css.indexOf('{'); open >= 0; open = css.indexOf('{', start)) {
      String head = css.substring(start, open);
      String selector = head.substring(head.lastIndexOf(';') + 1).strip();
      int end = selector.startsWith("@") ? blockEnd(css, open) : css.indexOf('}', open);
      if (end < 0) {
        break;
      }
      if (!selector.startsWith("@")) {
        flat.append(selector).append(css, open, end + 1);
      }
      start = end + 1;
    }
    return flat.toString();
  }

  private static int blockEnd(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
