package myna.narration.speakers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A name in its parts.
 *
 * @param text as it is written
 * @param title in small letters, or ""
 * @param words in small letters, nicknames as the names that they stand for
 * @param hint the gender of the pronouns near it
 */
record FullName(String text, String title, List<String> words, Gender hint) {
  private static final Map<String, String> NICKNAMES =
      Map.ofEntries(
          Map.entry("lizzy", "elizabeth"),
          Map.entry("lizzie", "elizabeth"),
          Map.entry("eliza", "elizabeth"),
          Map.entry("kitty", "catherine"),
          Map.entry("kate", "catherine"),
          Map.entry("harry", "henry"),
          Map.entry("tom", "thomas"),
          Map.entry("will", "william"),
          Map.entry("bill", "william"),
          Map.entry("jim", "james"),
          Map.entry("joe", "joseph"),
          Map.entry("bob", "robert"),
          Map.entry("dick", "richard"),
          Map.entry("ned", "edward"),
          Map.entry("charlie", "charles"),
          Map.entry("charley", "charles"),
          Map.entry("peggy", "margaret"),
          Map.entry("meg", "margaret"),
          Map.entry("polly", "mary"),
          Map.entry("molly", "mary"),
          Map.entry("nelly", "ellen"),
          Map.entry("fanny", "frances"));

  static FullName of(String text, Gender hint) {
    List<String> words =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split(" "))
            .map(word -> word.endsWith(".") ? word.substring(0, word.length() - 1) : word)
            .toList();
    String first = words.getFirst();
    boolean titled = words.size() > 1 && Vocabulary.isTitle(first);
    List<String> rest = titled ? words.subList(1, words.size()) : words;
    return new FullName(
        text,
        titled ? first : "",
        rest.stream().map(word -> NICKNAMES.getOrDefault(word, word)).toList(),
        hint);
  }

  /** The gender that the title tells. */
  Gender gender() {
    return title.isEmpty() ? Gender.UNKNOWN : Gender.of(title);
  }

  /** Whether it may be a shorter form of a longer name. */
  boolean isShortOf(FullName longer) {
    return longer.words.containsAll(words)
        || (words.size() == 1 && words.getFirst().equals(longer.title));
  }

  /** Whether both can be names of one person. */
  boolean goesWith(FullName other) {
    if (gender() != Gender.UNKNOWN && other.title.isEmpty() && other.words.size() > 1) {
      return gender() == other.hint && !title.equals("mrs"); // she may be a sister-in-law
    }
    boolean titles =
        title.isEmpty() || other.title.isEmpty() || title.equals(other.title) || isRank(other);
    return titles && known().fits(other.known());
  }

  /** Whether one of the titles is a rank, which does not shut out another. */
  private boolean isRank(FullName other) {
    return Gender.of(title) == Gender.UNKNOWN || Gender.of(other.title) == Gender.UNKNOWN;
  }

  private Gender known() {
    return title.isEmpty() ? hint : gender();
  }
}
