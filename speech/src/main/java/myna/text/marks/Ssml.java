package myna.text.marks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.text.PhoneticAlphabet;
import myna.text.Problem;
import myna.text.Span;
import myna.text.source.Atom;

/**
 * A subset of SSML 1.1 (W3C, 2010): speak, p, s, break, say-as, sub, phoneme, prosody rate, voice
 * name.
 *
 * <p>Other elements are reported once each and their content is read. Nothing is fetched and no
 * entity is expanded but the five of XML and character references.
 */
final class Ssml {
  private static final Pattern TOKEN =
      Pattern.compile(
          "<!--.{0,1000}?-->|<\\?.{0,200}?\\?>|<!\\[CDATA\\[(?<data>.{0,1000}?)\\]\\]>|<![^>]{0,2000}>"
              + "|<(?<close>/)?(?<name>[A-Za-z][\\w:-]{0,30})(?<attributes>[^<>]{0,2000}?)(?<empty>/)?>"
              + "|&(?<entity>#x?[0-9A-Fa-f]{1,6}|[a-z]{2,6});",
          Pattern.DOTALL);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\w:-]{1,40})\\s{0,20}=\\s{0,20}(?:\"([^\"]*)\"|'([^']*)')");

  private record Element(
      String name, int start, int contentStart, Map<String, String> attributes) {}

  private final String text;
  private final Pieces pieces;
  private final List<Problem> problems = new ArrayList<>();
  private final Styles.Builder styles = new Styles.Builder();
  private final Deque<Element> open = new ArrayDeque<>();

  /** How many elements were open when one began that an atom stands for; 0 outside of such. */
  private int replacedDepth;

  Ssml(String text) {
    this.text = text;
    this.pieces = new Pieces(text);
  }

  Markup read() {
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (token.find()) {
      characters(at, token.start());
      obey(token);
      at = token.end();
    }
    characters(at, text.length());
    for (Element element : open) {
      problem(
          element.start,
          element.contentStart,
          Problem.Kind.UNCLOSED_MARK,
          "<" + element.name + "> is not closed.");
    }
    problems.sort((a, b) -> Integer.compare(a.source().start(), b.source().start()));
    return new Markup(pieces.list(), styles.build(text.length()), problems);
  }

  private void characters(int start, int end) {
    if (replacedDepth == 0) {
      pieces.plain(start, end);
    }
  }

  private void obey(Matcher token) {
    if (token.group("data") != null) {
      characters(token.start("data"), token.end("data"));
    } else if (token.group("entity") != null) {
      entity(token);
    } else if (token.group("name") != null) {
      element(token);
    }
  }

  private void entity(Matcher token) {
    String value = Entities.value(token.group("entity"));
    if (value == null) {
      problem(
          token.start(),
          token.end(),
          Problem.Kind.BAD_MARKUP,
          token.group() + " is no known entity.");
    } else if (replacedDepth == 0) {
      pieces.literal(token.start(), token.end(), value);
    }
  }

  private void element(Matcher token) {
    String name = token.group("name");
    boolean empty = token.group("empty") != null;
    if (token.group("close") != null) {
      close(name, token.start(), token.end());
      return;
    }
    Element element =
        new Element(name, token.start(), token.end(), attributes(token.group("attributes")));
    if (name.equals("break")) {
      silence(element);
    }
    open(element);
    if (empty || name.equals("break")) {
      boolean ownClose = name.equals("break") && !empty;
      if (!ownClose) {
        close(name, token.end(), token.end());
      }
    }
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(text);
    while (attribute.find()) {
      String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
      attributes.put(attribute.group(1), Entities.resolve(value));
    }
    return attributes;
  }

  private void open(Element element) {
    open.push(element);
    if (replacedDepth != 0) {
      return;
    }
    switch (element.name) {
      case "speak", "break" -> {}
      case "p", "s" -> boundary(element.name, element.start);
      case "prosody" -> styles.openRate(element.contentStart, rate(element));
      case "voice" -> voice(element);
      case "sub", "phoneme", "say-as" -> replacedDepth = isUsable(element) ? open.size() : 0;
      default ->
          problem(
              element.start,
              element.contentStart,
              Problem.Kind.UNKNOWN_MARK,
              "<" + element.name + "> is not known; its content is read.");
    }
  }

  private void close(String name, int start, int end) {
    Element element = open.peek();
    if (element == null || !element.name.equals(name)) {
      problem(
          start,
          end,
          Problem.Kind.UNOPENED_MARK,
          "</" + name + "> does not close the element that is open.");
      return;
    }
    boolean replaces = open.size() == replacedDepth;
    open.pop();
    if (replaces) {
      replacedDepth = 0;
      pieces.atom(element.start, end, atom(element, start));
    } else if (replacedDepth == 0) {
      switch (name) {
        case "p", "s" -> boundary(name, start);
        case "prosody", "voice" -> styles.close(start);
        default -> {}
      }
    }
  }

  private void boundary(String name, int at) {
    if (name.equals("p")) {
      pieces.literal(at, at, "\n\n");
    } else {
      pieces.silence(at, at, new Atom.SentenceEnd());
    }
  }

  private void voice(Element element) {
    String name = element.attributes.get("name");
    if (name == null || name.isBlank()) {
      problem(element.start, element.contentStart, Problem.Kind.BAD_VALUE, "<voice> needs a name.");
      styles.openRate(element.contentStart, 1);
    } else {
      styles.openVoice(element.contentStart, name.strip());
    }
  }

  private void silence(Element element) {
    double seconds = Ssml.breakSeconds(element.attributes);
    if (seconds < 0) {
      problem(
          element.start,
          element.contentStart,
          Problem.Kind.BAD_VALUE,
          "A break needs a time such as 500ms, or a strength.");
    } else if (!pieces.silence(element.start, element.contentStart, new Atom.Silence(seconds))) {
      problem(
          element.start,
          element.contentStart,
          Problem.Kind.BAD_VALUE,
          "A break before the first word has no effect.");
    }
  }

  private static double breakSeconds(Map<String, String> attributes) {
    String time = attributes.get("time");
    if (time != null) {
      return Durations.seconds(time.strip().replaceFirst("^\\+", ""));
    }
    return switch (attributes.getOrDefault("strength", "medium")) {
      case "none" -> 0;
      case "x-weak" -> 0.1;
      case "weak" -> 0.2;
      case "medium" -> 0.4;
      case "strong" -> 0.7;
      case "x-strong" -> 1.2;
      default -> -1;
    };
  }

  private double rate(Element element) {
    String rate = element.attributes.get("rate");
    double factor = rate == null ? 1 : rateFactor(rate.strip());
    if (factor <= 0) {
      problem(
          element.start,
          element.contentStart,
          Problem.Kind.BAD_VALUE,
          "\"" + rate + "\" is no rate: slow, fast, 80%, 1.2.");
      return 1;
    }
    return factor;
  }

  private static double rateFactor(String rate) {
    return switch (rate) {
      case "x-slow" -> 0.6;
      case "slow" -> 0.8;
      case "medium", "default" -> 1;
      case "fast" -> 1.25;
      case "x-fast" -> 1.6;
      default -> {
        Matcher number = Pattern.compile("([+-])?(\\d{1,4}(?:\\.\\d{1,4})?)(%)?").matcher(rate);
        if (!number.matches()) {
          yield -1;
        }
        double value = Double.parseDouble(number.group(2)) / (number.group(3) == null ? 1 : 100);
        yield number.group(1) == null ? value : number.group(1).equals("+") ? 1 + value : 1 - value;
      }
    };
  }

  /** Whether what stands in place of the content is there and right; else the content is read. */
  private boolean isUsable(Element element) {
    String fault =
        switch (element.name) {
          case "sub" -> element.attributes.containsKey("alias") ? null : "<sub> needs an alias.";
          case "say-as" ->
              element.attributes.containsKey("interpret-as")
                  ? null
                  : "<say-as> needs interpret-as.";
          default -> phonemeFault(element);
        };
    if (fault != null) {
      problem(element.start, element.contentStart, Problem.Kind.BAD_VALUE, fault);
    }
    return fault == null;
  }

  private static String phonemeFault(Element element) {
    try {
      phonemes(element);
      return null;
    } catch (IllegalArgumentException e) {
      return "In <phoneme>: " + e.getMessage() + ".";
    }
  }

  private static List<String> phonemes(Element element) {
    return PhoneticAlphabet.parse(
        element.attributes.getOrDefault("alphabet", "ipa"),
        element.attributes.getOrDefault("ph", ""));
  }

  private Atom atom(Element element, int contentEnd) {
    String content =
        Entities.resolve(
            text.substring(element.contentStart, contentEnd).replaceAll("<[^<>]{0,2000}>", ""));
    return switch (element.name) {
      case "sub" -> new Atom.Replaced(element.attributes.get("alias"));
      case "phoneme" -> said(content.strip(), element);
      default -> new Atom.Classed(content.strip(), element.attributes.get("interpret-as"));
    };
  }

  /** The element may be empty; then the word is known by its phonemes alone. */
  private static Atom said(String content, Element element) {
    String word = content.isEmpty() ? element.attributes.get("ph").strip() : content;
    return new Atom.Said(word, phonemes(element));
  }

  private void problem(int start, int end, Problem.Kind kind, String message) {
    problems.add(new Problem(new Span(start, end), kind, message));
  }
}
