package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where sentences end, and how long the pauses are. */
class SegmentationTest {
  private static final String[] CASES = {
    "Hello. Goodbye.|Hello.|Goodbye.",
    "Is it? It is! Good.|Is it?|It is!|Good.",
    "Dr. Smith met Mr. Jones. They talked.|Dr. Smith met Mr. Jones.|They talked.",
    "He lives on St. James St. in town. We visit.|He lives on St. James St. in town.|We visit.",
    "She came at 5 p.m. He had left.|She came at 5 p.m.|He had left.",
    "At 5 p.m. Monday we met.|At 5 p.m. Monday we met.",
    "We live in the U.S. The weather is fine.|We live in the U.S.|The weather is fine.",
    "The U.S. Army came.|The U.S. Army came.",
    "J. R. R. Tolkien wrote it. C. S. Lewis read it.|J. R. R. Tolkien wrote it.|C. S. Lewis read"
        + " it.",
    "George W. Bush spoke.|George W. Bush spoke.",
    "Apples, pears, etc. Then we left.|Apples, pears, etc.|Then we left.",
    "Fruits, e.g. Apples, are good.|Fruits, e.g. Apples, are good.",
    "\"Go away!\" he said. \"Now!\"|\"Go away!\" he said.|\"Now!\"",
    "\"Why?\" Tom asked. No answer.|\"Why?\" Tom asked.|No answer.",
    "“Stop.” She stopped.|“Stop.”|She stopped.",
    "He left (at last). We stayed.|He left (at last).|We stayed.",
    "Well... maybe. Wait... What?|Well... maybe.|Wait...|What?",
    "I... I don't know.|I... I don't know.",
    "It costs $3.50. Cheap!|It costs $3.50.|Cheap!",
    "Version 2.0 is out. Get it.|Version 2.0 is out.|Get it.",
    "See example.com. It is good.|See example.com.|It is good.",
    "No. 5 is alive. No. That is wrong.|No. 5 is alive.|No.|That is wrong.",
    "Plan B. The next step.|Plan B.|The next step.",
    "Acme Inc. announced it. Acme Inc. The end.|Acme Inc. announced it.|Acme Inc.|The end.",
    "What?! Really??? Yes.|What?!|Really???|Yes.",
    "One line\\n\\nAnother line|One line|Another line",
    "wrapped text\\nthat goes on|wrapped text that goes on",
    "1. First\\n2. Second|1. First|2. Second",
    "- one\\n- two|- one|- two",
    "CHAPTER I\\nIt was dark.|CHAPTER I|It was dark.",
    "the end.Next one.|the end.|Next one.",
    "She has 3 cats. 4 dogs too.|She has 3 cats.|4 dogs too.",
    "Vol. 3, p. 12. The end.|Vol. 3, p. 12.|The end.",
    "He went home.1 Then he slept.|He went home.1|Then he slept.",
    "He said \"go.\"2 Then he left.|He said \"go.\"2|Then he left.",
    "It ended.¹ We left.[2] They came.|It ended.¹|We left.[2]|They came.",
    "MR. DARCY LEFT. DR. NO CAME.|MR. DARCY LEFT.|DR. NO CAME.",
    "I LIVE ON MAIN ST. HE DOES NOT.|I LIVE ON MAIN ST.|HE DOES NOT.",
    "He said no. I left.|He said no.|I left.",
    "Just a sec. I'm coming.|Just a sec.|I'm coming.",
    "See vol. I of the set.|See vol. I of the set.",
    "It is 10x20 cm. Good.|It is 10x20 cm.|Good.",
    "日本語です。次の文。|日本語です。|次の文。"
  };

  private final TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);

  @TestFactory
  Stream<DynamicTest> endsSentences() {
    return Stream.of(CASES)
        .map(
            line -> {
              String[] parts = line.replace("\\n", "\n").split("\\|", -1);
              List<String> expected = List.of(parts).subList(1, parts.length);
              return DynamicTest.dynamicTest(
                  line, () -> assertThat(sentences(parts[0])).containsExactlyElementsOf(expected));
            });
  }

  private List<String> sentences(String text) {
    return frontEnd
        .sentences(text)
        .map(sentence -> sentence.source().of(text).replaceAll("\\s+", " "))
        .toList();
  }

  @Test
  void pausesGrowWithWhatTheyPart() {
    List<Sentence> sentences =
        frontEnd.analyze("The Title\n\nOne, two; three. Four.\n\nFive.").sentences();
    assertThat(sentences.stream().map(sentence -> sentence.pauseAfter().kind()))
        .containsExactly(
            Pause.Kind.HEADING, Pause.Kind.SENTENCE, Pause.Kind.PARAGRAPH, Pause.Kind.PARAGRAPH);
    List<Word> words = sentences.get(1).words();
    double comma = words.get(0).pauseAfter().seconds();
    double clause = words.get(1).pauseAfter().seconds();
    double sentence = sentences.get(1).pauseAfter().seconds();
    double paragraph = sentences.get(2).pauseAfter().seconds();
    double heading = sentences.get(0).pauseAfter().seconds();
    assertThat(List.of(comma, clause, sentence, paragraph, heading)).isSorted();
    assertThat(comma).isPositive();
    assertThat(sentences.getFirst().heading()).isTrue();
    assertThat(sentences.get(1).heading()).isFalse();
  }

  @Test
  void hyphensAndRangesArePlainlyRead() {
    List<Word> words = frontEnd.analyze("a well-known man - or not").sentences().getFirst().words();
    assertThat(words.stream().map(Word::spoken))
        .containsExactly("a", "well-known", "man", "or", "not");
    assertThat(words.get(1).pauseAfter()).isEqualTo(Pause.NONE);
    assertThat(words.get(2).pauseAfter().kind()).isEqualTo(Pause.Kind.CLAUSE);
  }
}
