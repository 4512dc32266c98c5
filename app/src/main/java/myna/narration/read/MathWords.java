package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Formulas (MathML 3, presentation markup) in words: what the author wrote for those who do not see
 * them, or else what their parts are called.
 */
final class MathWords {
  private static final int DEEPEST = 50;
  private static final Pattern TEX = Pattern.compile(".*[\\\\^_{}$].*", Pattern.DOTALL);
  private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
  private static final String APPLICATION = "\u2061";

  private static final Set<String> LEAVES = Set.of("mi", "mn", "mo", "mtext", "ms");
  private static final Set<String> SILENT =
      Set.of("annotation", "annotation-xml", "mphantom", "mspace", "maligngroup", "none", "mglyph");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("+", "plus"),
          Map.entry("-", "minus"),
          Map.entry("−", "minus"),
          Map.entry("±", "plus or minus"),
          Map.entry("×", "times"),
          Map.entry("⋅", "times"),
          Map.entry("·", "times"),
          Map.entry("*", "times"),
          Map.entry("\u2062", ""),
          Map.entry("\u2063", ""),
          Map.entry("\u2064", "and"),
          Map.entry(APPLICATION, "of"),
          Map.entry("÷", "divided by"),
          Map.entry("/", "over"),
          Map.entry("=", "equals"),
          Map.entry("≠", "is not equal to"),
          Map.entry("≡", "is identical to"),
          Map.entry("≈", "is about"),
          Map.entry("<", "is less than"),
          Map.entry(">", "is greater than"),
          Map.entry("≤", "is at most"),
          Map.entry("≥", "is at least"),
          Map.entry("∈", "is in"),
          Map.entry("→", "to"),
          Map.entry("∞", "infinity"),
          Map.entry("∑", "the sum"),
          Map.entry("∏", "the product"),
          Map.entry("∫", "the integral"),
          Map.entry("lim", "the limit"),
          Map.entry("∂", "partial"),
          Map.entry("√", "the square root of"),
          Map.entry("!", "factorial"),
          Map.entry("%", "percent"),
          Map.entry("′", "prime"),
          Map.entry("(", "open parenthesis"),
          Map.entry(")", "close parenthesis"),
          Map.entry("[", "open bracket"),
          Map.entry("]", "close bracket"),
          Map.entry("{", "open brace"),
          Map.entry("}", "close brace"),
          Map.entry("sin", "sine"),
          Map.entry("cos", "cosine"),
          Map.entry("tan", "tangent"),
          Map.entry("ln", "the natural logarithm"),
          Map.entry("log", "the logarithm"),
          Map.entry("…", "and so on"),
          Map.entry("⋯", "and so on"),
          Map.entry("¯", "bar"),
          Map.entry("^", "hat"),
          Map.entry("˙", "dot"));

  private static final Set<String> LIMITED =
      Set.of("the sum", "the product", "the integral", "the limit");

  private MathWords() {}

  /** A formula in words. */
  static String of(Element math) {
    String stated = Tidy.line(math.attr("alttext"));
    if (!stated.isEmpty() && !TEX.matcher(stated).matches()) {
      return stated;
    }
    return Tidy.line(row(parts(math), DEEPEST));
  }

  private static List<Element> parts(Element element) {
    Predicate<Element> silent = part -> SILENT.contains(Markup.localName(part));
    return element.children().stream().filter(silent.negate()).toList();
  }

  /** Parts side by side; what a function is applied to needs no parentheses. */
  private static String row(List<Element> parts, int depth) {
    List<String> words = new ArrayList<>();
    int applied = -1;
    for (Element part : parts) {
      String said = words(part, depth - 1);
      boolean opens = said.equals(SIGNS.get("("));
      if (opens && !words.isEmpty() && words.getLast().endsWith(SIGNS.get(APPLICATION))) {
        applied = words.size();
      } else if (applied >= 0 && said.equals(SIGNS.get(")"))) {
        applied = -1;
      } else if (!said.isEmpty()) {
        words.add(said);
      }
    }
    return String.join(" ", words);
  }

  private static String words(Element element, int depth) {
    String name = Markup.localName(element);
    if (LEAVES.contains(name) || depth <= 0) {
      return leaf(Tidy.line(element.wholeText()), element);
    }
    List<Element> parts = parts(element);
    List<String> said =
        name.equals("mrow") ? List.of() : parts.stream().map(p -> words(p, depth - 1)).toList();
    return switch (name) {
      case "mfrac" -> said.size() == 2 ? fraction(said.get(0), said.get(1)) : joined(said);
      case "msup" -> said.size() == 2 ? power(said.get(0), said.get(1)) : joined(said);
      case "msub" -> said.size() == 2 ? index(said.get(0), said.get(1)) : joined(said);
      case "msubsup", "munderover" -> said.size() == 3 ? bounded(said) : joined(said);
      case "munder" -> said.size() == 2 ? under(said.get(0), said.get(1)) : joined(said);
      case "mover" -> said.size() == 2 ? over(said.get(0), said.get(1)) : joined(said);
      case "msqrt" -> root("the square root of", row(parts, depth));
      case "mroot" -> said.size() == 2 ? root(degree(said.get(1)), said.get(0)) : joined(said);
      case "mfenced" -> SIGNS.get("(") + " " + listed(said) + " " + SIGNS.get(")");
      case "mtable", "mtr", "mlabeledtr" -> listed(said);
      case "semantics" -> said.isEmpty() ? "" : said.getFirst();
      default -> row(parts, depth);
    };
  }

  /** Invisible signs are no white space to {@link Tidy} and are gone from its lines. */
  private static String leaf(String text, Element element) {
    String sign = element.wholeText().strip();
    return SIGNS.getOrDefault(sign, SIGNS.getOrDefault(text, text));
  }

  private static String joined(List<String> said) {
    return String.join(" ", said);
  }

  private static String listed(List<String> said) {
    return said.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
  }

  private static boolean isOne(String said) {
    return said.indexOf(' ') < 0;
  }

  private static String fraction(String top, String bottom) {
    if (WHOLE.matcher(top).matches() && WHOLE.matcher(bottom).matches()) {
      return top + "/" + bottom;
    }
    return isOne(top) && isOne(bottom)
        ? top + " over " + bottom
        : "the fraction " + top + ", over " + bottom + ", end of fraction,";
  }

  private static String power(String base, String exponent) {
    return switch (exponent) {
      case "2" -> base + " squared";
      case "3" -> base + " cubed";
      case "prime" -> base + " prime";
      default -> base + " to the power of " + exponent;
    };
  }

  private static String index(String base, String index) {
    return LIMITED.contains(base) ? base + " over " + index + " of" : base + " sub " + index;
  }

  private static String bounded(List<String> said) {
    String base = said.get(0);
    return LIMITED.contains(base)
        ? base + " from " + said.get(1) + " to " + said.get(2) + " of"
        : power(index(base, said.get(1)), said.get(2));
  }

  private static String under(String base, String below) {
    return base.equals(SIGNS.get("lim")) ? base + " as " + below + " of" : index(base, below);
  }

  private static String over(String base, String above) {
    return above.equals("to") ? "vector " + base : base + " " + above;
  }

  private static String degree(String degree) {
    return degree.equals("3") ? "the cube root of" : "the root of degree " + degree + " of";
  }

  private static String root(String kind, String content) {
    return kind + " " + content + (isOne(content) ? "" : ", end of root,");
  }
}
