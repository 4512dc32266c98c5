package myna.ui.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import myna.audio.Audio;
import myna.speech.SpeechCost;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Pause;
import myna.text.Sentence;
import myna.text.Span;
import org.junit.jupiter.api.Test;

class SubtitlesTest {
  private final List<Exporter.Piece> pieces =
      List.of(
          new Exporter.Piece(sentence("salt", "&", "pepper"), 0.5),
          new Exporter.Piece(sentence("done"), 0));

  @Test
  void subRip() {
    assertThat(Subtitles.SRT.text(pieces))
        .isEqualTo(
            """
            1
            00:00:00,100 --> 00:00:01,000
            salt & pepper

            2
            00:00:02,600 --> 00:00:02,900
            done

            """);
  }

  @Test
  void webVtt() {
    assertThat(Subtitles.VTT.text(pieces))
        .startsWith("WEBVTT\n\n00:00:00.100 --> 00:00:01.000\nsalt &amp; pepper\n");
  }

  @Test
  void lyrics() {
    assertThat(Subtitles.LRC.text(pieces)).isEqualTo("[00:00.10]salt & pepper\n[00:02.60]done\n");
  }

  private static SpokenSentence sentence(String... words) {
    List<SpokenWord> spoken = new java.util.ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      double start = 0.1 + 0.3 * i;
      spoken.add(new SpokenWord(words[i], new Span(i, i + 1), start, start + 0.3, 0));
    }
    Sentence sentence = new Sentence(new Span(0, 9), List.of(), Pause.NONE, false);
    return new SpokenSentence(
        sentence, new Audio(new float[32_000], 16_000), spoken, 0.5, SpeechCost.NOTHING);
  }
}
