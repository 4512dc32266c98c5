package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;

/**
 * Seeded random Unicode: nothing throws, spans lie inside the source and in order, time is linear.
 */
class RandomTextTest {
  private static final int TEXTS = 100_000;
  private static final String[] PIECES = {
    "\u202E",
    "\u2066",
    "\u200B",
    "\u200D",
    "\uFEFF",
    "\u00AD",
    "\u0301",
    "\u0300\u0323",
    "\uD83D",
    "\uDC4D",
    "👍",
    "👩‍👩‍👧",
    "🇬🇧",
    "\u0000",
    "\u0007",
    "\u001B",
    "\u0085",
    "\u2028",
    "\n",
    "\n\n",
    "\t",
    " ",
    "\u00A0",
    "א",
    "م",
    "漢",
    "ﬁ",
    "Ａ",
    "𝐇",
    "½",
    "²",
    "…",
    "—",
    "–",
    "\"",
    "'",
    "’",
    "[",
    "]",
    "[pause 1s]",
    "[slow]",
    "[/slow]",
    "[say a|B]",
    "<",
    ">",
    "<break/>",
    "&amp;",
    "&",
    "#",
    "@",
    "http://",
    "www.",
    ".com",
    "$",
    "£",
    "€",
    "%",
    "°C",
    "1",
    "23",
    "4,567",
    "8.9",
    "10:30",
    "1/2",
    "2020-01-02",
    "555-1234",
    "-",
    "+",
    "Dr.",
    "St.",
    "Mr.",
    "e.g.",
    "U.S.",
    "IV",
    "Chapter ",
    "km",
    "kg",
    "am",
    "pm",
    "Jan",
    "May 5",
    "the",
    "Hello",
    "İ",
    "ı",
    "ß",
    "œ"
  };

  private final TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);

  @Test
  void survivesRandomUnicode() {
    Random random = new Random(20_240_601);
    for (int i = 0; i < TEXTS; i++) {
      String text = randomText(random);
      frontEnd.normalize(text);
      check(text, frontEnd.analyze(text));
    }
  }

  @Test
  void survivesAMegabyteWithoutASpace() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    while (text.length() < 1_000_000) {
      text.append(randomText(random).replaceAll("\\s", ""));
    }
    check(text.toString(), frontEnd.analyze(text.toString()));
  }

  @Test
  void survivesLongRunsOfOnePiece() {
    for (String piece :
        List.of(
            "a", "1", "1,", "é", "\u0301", "x1", "a.", "/", "'", "-", "[", "<", "(", "漢", "😀",
            "1-", "A.")) {
      String text = piece.repeat(20_000 / piece.length());
      check(text, frontEnd.analyze(text));
      frontEnd.normalize(text);
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(4)) {
        case 0 -> text.appendCodePoint(random.nextInt(0x110000));
        case 1 -> text.append((char) (0x20 + random.nextInt(0x60)));
        default -> text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }

  private static void check(String text, Analysis analysis) {
    int sentenceEnd = 0;
    for (Sentence sentence : analysis.sentences()) {
      assertThat(sentence.source().start()).isGreaterThanOrEqualTo(sentenceEnd);
      sentenceEnd = sentence.source().end();
      assertThat(sentenceEnd).isLessThanOrEqualTo(text.length());
      assertThat(sentence.words()).isNotEmpty();
      Span before = new Span(sentence.source().start(), sentence.source().start());
      for (Word word : sentence.words()) {
        Span span = word.source();
        assertThat(span.equals(before) || span.start() >= before.end())
            .as(() -> text + " " + word)
            .isTrue();
        assertThat(span.end()).isLessThanOrEqualTo(sentence.source().end());
        assertThat(word.phonemes()).isNotEmpty();
        before = span;
      }
    }
    for (Problem problem : analysis.problems()) {
      assertThat(problem.source().end()).isLessThanOrEqualTo(text.length());
    }
  }
}
