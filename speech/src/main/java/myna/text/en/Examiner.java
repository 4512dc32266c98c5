package myna.text.en;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import myna.text.Notice;
import myna.text.en.normal.Spoken;
import myna.text.en.normal.Token;
import myna.text.en.normal.Tokenizer;
import myna.text.source.SourceText;

/** Looks through a text for what its reader should know before hours of work. */
final class Examiner {
  private static final int MOST_CHARACTERS = 300_000; // of a longer text, its beginning is examined
  private static final double UNKNOWN_SHARE = 0.02;
  private static final int FEW_UNKNOWN = 3; // are nothing to tell
  private static final int NAMED_WORDS = 5;

  private final Languages languages = new Languages();
  private final Tokenizer tokenizer;
  private final Predicate<Spoken> known;

  /**
   * An examiner.
   *
   * @param known whether a word's pronunciation is listed or certain
   */
  Examiner(Tokenizer tokenizer, Predicate<Spoken> known) {
    this.tokenizer = tokenizer;
    this.known = known;
  }

  /** At most one notice of each kind. */
  List<Notice> notices(String text) {
    String beginning = beginning(text);
    SourceText source = SourceText.of(beginning);
    List<Notice> notices = new ArrayList<>();
    String language = languages.of(source.text());
    if (!language.equals(Languages.ENGLISH)) {
      String message = "the text seems to be in " + language + "; it is read as English";
      notices.add(new Notice(Notice.Kind.OTHER_LANGUAGE, message));
    }
    if (source.mended() > 0) {
      String places = source.mended() == 1 ? "one place" : source.mended() + " places";
      String message = "a wrong encoding has broken the text in " + places + "; that is mended";
      notices.add(new Notice(Notice.Kind.BROKEN_ENCODING, message));
    }
    if (notices.stream().noneMatch(one -> one.kind() == Notice.Kind.OTHER_LANGUAGE)) {
      addUnknown(source, notices);
    }
    return notices;
  }

  private static String beginning(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int end = text.lastIndexOf(' ', MOST_CHARACTERS);
    return text.substring(0, end < 1 ? MOST_CHARACTERS : end);
  }

  private void addUnknown(SourceText source, List<Notice> notices) {
    Map<String, Integer> unknown = new HashMap<>();
    int words = 0;
    for (Token token : tokenizer.tokens(source, 0, source.text().length())) {
      words += token.words().size();
      if (token.kind() == Token.Kind.WORD && !known.test(token.words().getFirst())) {
        unknown.merge(bare(token.spoken()), 1, Integer::sum);
      }
    }
    int count = unknown.values().stream().mapToInt(Integer::intValue).sum();
    if (count > FEW_UNKNOWN && count > UNKNOWN_SHARE * words) {
      String share = String.format(Locale.ROOT, "%.1f", 100.0 * count / words);
      String message =
          share + " % of the words are in no lexicon; most often: " + mostFrequent(unknown);
      notices.add(new Notice(Notice.Kind.UNKNOWN_WORDS, message));
    }
  }

  private static String bare(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  private static String mostFrequent(Map<String, Integer> unknown) {
    return unknown.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(NAMED_WORDS)
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }
}
