package myna.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import myna.fuzz.Fuzzer;
import myna.text.en.EnglishFrontEnd;
import myna.text.marks.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lexicons and marked texts are read or complained about. */
@Timeout(36_000)
class TextFuzzTest {
  private static final String SSML =
      "<?xml version='1.0'?><speak>Hello <break time=\"500ms\"/> <prosody rate='slow'>there"
          + "</prosody> <!-- c --><say-as interpret-as='characters'>abc</say-as> <p><s>One.</s>"
          + "</p><phoneme alphabet='ipa' ph='həˈloʊ'>hello</phoneme> <sub alias=\"x\">y</sub>"
          + "<voice name='Ruth'>&amp;&#65;&lt;</voice><![CDATA[raw]]></speak>";

  @Test
  void lexicons() {
    new Fuzzer("lexicon")
        .seed("# ours\nNguyen\tW IH1 N\nSQL\t=sequel\n\nlive music\tL AY1 V M Y UW1 Z IH0 K\n")
        .words("\t", "\n", "=", "#", " AH0", " ZH", "\uFEFF", "é", "\r\n")
        .run(
            100_000,
            input -> {
              String text = new String(input, StandardCharsets.UTF_8);
              try {
                List<String> lines = text.lines().toList();
                return "read " + UserLexicon.parse("x", lines).entries().size();
              } catch (TextException e) {
                return e.reason() + e.getMessage();
              }
            });
  }

  @Test
  void marks() {
    new Fuzzer("ssml")
        .seed(SSML)
        .seed("A [pause 1s] [slow]b[/slow] [say c|K AE1 T] [voice Ruth]d[/voice] [e")
        .words("<", ">", "/>", "</", "&", "&#x110000;", ";", "[", "]", "|", "'", "\"", "<speak>")
        .words("<break time='9e99s'/>", "<!--", "<![CDATA[", "]]>", "<?", "[/slow]", "[fast]")
        .run(
            40_000,
            input -> {
              Markup markup = Markup.of(new String(input, StandardCharsets.UTF_8));
              return markup.pieces().size() % 8 + " " + markup.problems();
            });
  }

  @Test
  void markedTexts() {
    TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);
    new Fuzzer("text")
        .seed(SSML)
        .seed("On 3 May 2020, Dr. Smith paid $4.5m [pause 2s] for \"it\" (see www.x.org)!\n\nIV.")
        .words("1/2", "10:30", "€", "…", "\u202E", "[slow]", "<speak>", "²", "\n\n", "é")
        .run(
            1000,
            input -> {
              Analysis analysis = frontEnd.analyze(new String(input, StandardCharsets.UTF_8));
              return analysis.sentences().size() % 8 + " " + analysis.problems();
            });
  }
}
