package myna.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;

/** The subset of SSML. */
class SsmlTest {
  private final TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);

  @Test
  void readsTheContentOfSpeak() {
    assertThat(
            spoken(
                "<?xml version=\"1.0\"?>\n"
                    + "<speak version='1.1'>Hello &amp; <!-- not this --> good&#98;ye</speak>"))
        .isEqualTo("Hello and goodbye");
  }

  @Test
  void breaksArePauses() {
    Analysis analysis =
        frontEnd.analyze(
            "<speak>One <break time=\"750ms\"/> two <break strength='strong'/> three.</speak>");
    assertThat(analysis.problems()).isEmpty();
    List<Word> words = analysis.sentences().getFirst().words();
    assertThat(words.get(0).pauseAfter()).isEqualTo(new Pause(Pause.Kind.EXPLICIT, 0.75));
    assertThat(words.get(1).pauseAfter()).isEqualTo(new Pause(Pause.Kind.EXPLICIT, 0.7));
  }

  @Test
  void paragraphsAndSentencesAreKept() {
    Analysis analysis =
        frontEnd.analyze(
            "<speak><p><s>One fine day</s><s>two fine days</s></p><p>Three</p></speak>");
    assertThat(analysis.sentences()).hasSize(3);
    assertThat(analysis.sentences().stream().map(sentence -> sentence.pauseAfter().kind()))
        .startsWith(Pause.Kind.SENTENCE, Pause.Kind.PARAGRAPH);
  }

  @Test
  void substitutesAndSpells() {
    assertThat(
            spoken(
                "<speak><sub alias=\"World Wide Web\">WWW</sub> is <say-as"
                    + " interpret-as='characters'>ok9</say-as></speak>"))
        .isEqualTo("World Wide Web is O K nine");
    assertThat(
            spoken(
                "<speak><say-as interpret-as='digits'>2024</say-as> <say-as"
                    + " interpret-as='cardinal'>2024</say-as> <say-as"
                    + " interpret-as='ordinal'>3</say-as> <say-as"
                    + " interpret-as='date'>5/6/2024</say-as></speak>"))
        .isEqualTo(
            "two zero two four two thousand and twenty four third May sixth twenty twenty four");
  }

  @Test
  void phonemesNeedNoWord() {
    Analysis analysis =
        frontEnd.analyze(
            "<speak><phoneme ph='həˈloʊ'/> <phoneme alphabet='ipa' ph='ʊ'> </phoneme></speak>");
    assertThat(analysis.problems()).isEmpty();
    assertThat(analysis.sentences().getFirst().words())
        .extracting(Word::phonemes)
        .containsExactly(List.of("HH", "AH0", "L", "OW1"), List.of("UH1"));
  }

  @Test
  void phonemesInTwoAlphabets() {
    Analysis analysis =
        frontEnd.analyze(
            "<speak><phoneme alphabet='x-arpabet' ph='P IY1 K AE0 N'>pecan</phoneme>"
                + " <phoneme alphabet='ipa' ph='təˈmɑːtoʊ'>tomato</phoneme></speak>");
    assertThat(analysis.problems()).isEmpty();
    List<Word> words = analysis.sentences().getFirst().words();
    assertThat(words.get(0).phonemes()).containsExactly("P", "IY1", "K", "AE0", "N");
    assertThat(words.get(1).phonemes()).containsExactly("T", "AH0", "M", "AA1", "T", "OW0");
  }

  @Test
  void prosodyAndVoice() {
    Analysis analysis =
        frontEnd.analyze(
            "<speak>a <prosody rate='slow'>b</prosody> <prosody rate='150%'>c</prosody> <voice"
                + " name='Ann'>d</voice> e</speak>");
    List<Word> words = analysis.sentences().getFirst().words();
    assertThat(words.stream().map(word -> word.controls().rate()))
        .containsExactly(1.0, 0.8, 1.5, 1.0, 1.0);
    assertThat(words.get(3).controls().voice()).isEqualTo("Ann");
  }

  @Test
  void whatIsUnknownIsReportedAndItsContentRead() {
    String text =
        "<speak>a <emphasis>b</emphasis> &what; <prosody rate='purple'>c</prosody> </s>"
            + " <sub>d</sub> <p>e</speak>";
    Analysis analysis = frontEnd.analyze(text);
    assertThat(analysis.problems().stream().map(problem -> problem.source().of(text)))
        .containsExactly(
            "<speak>",
            "<emphasis>",
            "&what;",
            "<prosody rate='purple'>",
            "</s>",
            "<sub>",
            "<p>",
            "</speak>");
    assertThat(spoken(text)).isEqualTo("a b c d e");
  }

  @Test
  void soundsInXSampaAreThoseOfTheIpa() {
    String text =
        "<speak><phoneme alphabet='x-sampa' ph='p@&quot;kA:n'>pecan</phoneme>"
            + " <phoneme alphabet='x-sampa' ph='&quot;T3`d'>third</phoneme></speak>";
    assertThat(
            frontEnd.analyze(text).sentences().getFirst().words().stream()
                .map(word -> String.join(" ", word.phonemes())))
        .containsExactly("P AH0 K AA1 N", "TH ER1 D");
  }

  @Test
  void anglesInOrdinaryTextAreNoElements() {
    assertThat(frontEnd.analyze("a <b> c").problems()).isEmpty();
  }

  private String spoken(String text) {
    return frontEnd.analyze(text).sentences().stream()
        .flatMap(sentence -> sentence.words().stream())
        .map(Word::spoken)
        .collect(Collectors.joining(" "));
  }
}
