package myna.narration.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import myna.narration.book.Block;
import myna.narration.render.TestBooks;
import myna.script.Line;
import myna.text.Pause;
import myna.text.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptWriterTest {
  private final ScriptWriter writer = TestBooks.writer(Set.of("Holmes", "Dr. Watson"));

  @Test
  void cutsParagraphsIntoSentences() {
    List<Line> lines = writer.lines(Block.paragraph("He came. She went, Dr. Smith said! Why?"));
    assertThat(lines)
        .extracting(Line::text)
        .containsExactly("He came.", "She went, Dr. Smith said!", "Why?");
    assertThat(lines.getLast().sentence().pauseAfter().seconds())
        .isGreaterThan(lines.getFirst().sentence().pauseAfter().seconds());
  }

  @Test
  void restsAfterHeadings() {
    Line line = writer.lines(Block.heading("Chapter 1. The Start")).getLast();
    assertThat(line.sentence().pauseAfter().kind()).isEqualTo(Pause.Kind.HEADING);
  }

  @ParameterizedTest
  @CsvSource({
    "CHAPTER IV. The Rabbit, CHAPTER four The Rabbit",
    "I. Down the Rabbit-Hole, one Down the Rabbit-Hole",
    "II: The Pool, two The Pool",
    "xii, twelve",
    "Part I, Part one",
    "Book IX - ACT II, Book nine ACT two",
    "V. S. Naipaul, VS Naipaul",
    "I wandered lonely, I wandered lonely",
    "IIX. Wrong, IIX Wrong"
  })
  void readsRomanNumeralsOfHeadings(String heading, String spoken) {
    List<Line> lines = writer.lines(Block.heading(heading));
    assertThat(
            lines.stream()
                .flatMap(line -> line.sentence().words().stream())
                .map(Word::spoken)
                .collect(Collectors.joining(" ")))
        .isEqualToIgnoringCase(spoken);
    assertThat(lines.stream().map(Line::text).collect(Collectors.joining(" "))).isEqualTo(heading);
  }

  @Test
  void tellsQuotationsFromNarration() {
    List<Line> lines = writer.lines(Block.paragraph("“Come here,” said Tom. \"No.\" He 'slept'."));
    assertThat(roles(lines)).isEqualTo("Q:Come Q:here N:said N:Tom Q:No N:He N:slept");
  }

  @Test
  void letsAQuotationRunToTheEndOfItsParagraph() {
    assertThat(roles(writer.lines(Block.paragraph("He said: “It goes on."))))
        .isEqualTo("N:He N:said Q:It Q:goes Q:on");
  }

  @Test
  void takesSpeakersFromLabels() {
    List<Line> lines = writer.lines(Block.paragraph("HOLMES: Elementary, \"my\" dear."));
    assertThat(lines).extracting(Line::text).containsExactly("Elementary, \"my\" dear.");
    assertThat(lines.getFirst().sentence().words())
        .allMatch(word -> word.controls().voice().equals("HOLMES"));
    assertThat(writer.lines(Block.paragraph("Note: nothing.")).getFirst().text())
        .startsWith("Note");
  }

  @Test
  void castsRoles() {
    Cast cast = new Cast("ruth", "anna", Map.of("Holmes", "ben"));
    assertThat(cast.voice(null)).isEqualTo("ruth");
    assertThat(cast.voice(Cast.QUOTATION)).isEqualTo("anna");
    assertThat(cast.withQuotations("").voice(Cast.QUOTATION)).isEqualTo("ruth");
    assertThat(cast.voice("HOLMES")).isEqualTo("ben");
    assertThat(cast.voice("carol")).isEqualTo("carol");
    assertThat(cast.voices()).containsExactly("anna", "ben", "ruth");
  }

  @Test
  void readsVeryLongParagraphsInParts() {
    String text = "This is a sentence of a very long paragraph. ".repeat(2000).strip();
    List<Line> lines = writer.lines(Block.paragraph(text));
    assertThat(lines).hasSize(2000);
    assertThat(lines)
        .allMatch(line -> line.text().equals("This is a sentence of a very long paragraph."));
    assertThat(lines.getLast().offset()).isEqualTo(text.length() - 44);
  }

  private static String roles(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.sentence().words().stream())
        .map(word -> (Cast.QUOTATION.equals(word.controls().voice()) ? "Q:" : "N:") + word.spoken())
        .collect(Collectors.joining(" "));
  }
}
