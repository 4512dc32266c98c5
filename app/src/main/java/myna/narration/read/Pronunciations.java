package myna.narration.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import myna.text.PhoneticAlphabet;
import myna.text.UserLexicon;
import org.jsoup.nodes.Element;

/**
 * How a book says its words are pronounced: lexicons of the Pronunciation Lexicon Specification
 * (W3C PLS 1.0), and attributes of elements (EPUB 3 Text-to-Speech Enhancements).
 */
final class Pronunciations {
  /** The media type of a lexicon. */
  static final String MEDIA_TYPE = "application/pls+xml";

  private static final String USUAL_ALPHABET = "ipa";
  private static final int LONGEST = 100;

  private final Map<String, UserLexicon.Entry> entries = new LinkedHashMap<>();
  private final Set<String> disputed = new HashSet<>();

  /** Learns the words of a lexicon; those that are said with no sounds of English are left out. */
  void learn(byte[] lexicon) {
    for (Element root : Markup.all(Markup.xml(lexicon), "lexicon")) {
      if (isEnglish(root.attr("xml:lang"))) {
        String alphabet = named(root, "alphabet", USUAL_ALPHABET);
        Markup.all(root, "lexeme").forEach(lexeme -> learn(lexeme, alphabet));
      }
    }
  }

  /** Whether a language is English or not told. */
  static boolean isEnglish(String language) {
    return language.isEmpty() || language.toLowerCase(Locale.ROOT).startsWith("en");
  }

  /** A lexeme with a role holds for one sense of its word alone, which nobody can tell here. */
  private void learn(Element lexeme, String alphabet) {
    Optional<UserLexicon.Entry> said =
        lexeme.hasAttr("role") ? Optional.empty() : said(lexeme, alphabet);
    if (said.isEmpty()) {
      return;
    }
    for (Element grapheme : Markup.all(lexeme, "grapheme")) {
      String written = Tidy.line(grapheme.text());
      if (!written.isEmpty() && written.length() <= LONGEST) {
        add(new UserLexicon.Entry(written, said.get().phonemes(), said.get().words()));
      }
    }
  }

  /** "Polish" and "polish" are two words to PLS and one to the lexicons here: neither is taken. */
  private void add(UserLexicon.Entry entry) {
    String key = entry.written().toLowerCase(Locale.ROOT);
    UserLexicon.Entry before = entries.putIfAbsent(key, entry);
    if (before != null && !before.written().equals(entry.written())) {
      disputed.add(key);
    }
  }

  private static Optional<UserLexicon.Entry> said(Element lexeme, String alphabet) {
    List<Element> ways = new ArrayList<>(Markup.all(lexeme, "phoneme"));
    ways.addAll(Markup.all(lexeme, "alias"));
    ways.sort(Comparator.comparing(way -> !way.attr("prefer").matches("true|1")));
    return ways.stream().flatMap(way -> said(way, alphabet, way.text()).stream()).findFirst();
  }

  private static Optional<UserLexicon.Entry> said(Element way, String alphabet, String text) {
    if (Markup.localName(way).equals("alias")) {
      String words = Tidy.line(text);
      return words.isEmpty()
          ? Optional.empty()
          : Optional.of(new UserLexicon.Entry("", List.of(), words));
    }
    return phonemes(named(way, "alphabet", alphabet), text)
        .map(phonemes -> new UserLexicon.Entry("", phonemes, ""));
  }

  /** The words of all lexicons, in their order. */
  List<UserLexicon.Entry> entries() {
    return entries.entrySet().stream()
        .filter(entry -> !disputed.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * The words of an element whose author says how they sound, marked so ({@code [say pecan|P IH0 K
   * AA1 N]}); empty where the author does not or no reader could.
   */
  static Optional<String> marked(Element element) {
    String sounds = attribute(element, ":ph");
    String words = Tidy.line(element.text());
    if (sounds.isBlank() || words.isEmpty() || words.matches(".*[\\[\\]|].*")) {
      return Optional.empty();
    }
    String alphabet = USUAL_ALPHABET;
    for (Element at = element; at != null; at = at.parent()) {
      String stated = attribute(at, ":alphabet");
      if (!stated.isEmpty()) {
        alphabet = stated;
        break;
      }
    }
    return phonemes(alphabet, sounds)
        .map(phonemes -> "[say " + words + "|" + String.join(" ", phonemes) + "]")
        .filter(mark -> mark.length() <= 2 * LONGEST);
  }

  private static Optional<List<String>> phonemes(String alphabet, String text) {
    try {
      return Optional.of(PhoneticAlphabet.parse(alphabet, text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // sounds that English has not: the word is read as it is written
    }
  }

  private static String named(Element element, String name, String otherwise) {
    String value = element.attr(name).strip();
    return value.isEmpty() ? otherwise : value;
  }

  /** An attribute of a namespace whose prefix is the file's to choose. */
  private static String attribute(Element element, String ending) {
    return element.attributes().asList().stream()
        .filter(one -> one.getKey().endsWith(ending))
        .map(one -> one.getValue().strip())
        .findFirst()
        .orElse("");
  }
}
