package myna.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.FileLabels;
import myna.audio.LoudnessMeter;
import myna.audio.OutputFormat;
import myna.jobs.Cancellation;
import myna.speech.Clarity;
import myna.speech.Spacing;
import myna.speech.SpeechCost;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Pause;
import myna.text.Sentence;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.Word;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpeechWriterTest {
  private static final int RATE = 16_000;
  private static final TextFrontEnd FRONT_END = new EnglishFrontEnd(TextSettings.DEFAULT);
  private static final Sound PLAIN = new Sound(Loudness.NONE, 0, 0, false);

  @TempDir private Path folder;

  @Test
  void subRip() throws Exception {
    assertThat(subtitles(Subtitles.SRT, "Salt & pepper. Done."))
        .isEqualTo(
            """
            1
            00:00:00,100 --> 00:00:01,000
            Salt & pepper.

            2
            00:00:02,600 --> 00:00:02,900
            Done.

            """);
  }

  @Test
  void webVtt() throws Exception {
    assertThat(subtitles(Subtitles.VTT, "Salt & pepper. Done."))
        .startsWith("WEBVTT\n\n00:00:00.100 --> 00:00:01.000\nSalt &amp; pepper.\n");
  }

  @Test
  void lyrics() throws Exception {
    assertThat(subtitles(Subtitles.LRC, "Salt & pepper. Done."))
        .isEqualTo("[ti:out.wav]\n[00:00.10]Salt & pepper.\n[00:02.60]Done.\n");
    assertThat(subtitles(Subtitles.LRC_WORDS, "Salt & pepper."))
        .endsWith("[00:00.10]<00:00.10> Salt <00:00.40> & <00:00.70> pepper.\n");
  }

  @Test
  void subtitlesAreCutOutOfTheText() throws Exception {
    String text = "#1 C++ A/B a_b]—so it is.";
    assertThat(subtitles(Subtitles.SRT, text)).contains("\n" + text + "\n");
  }

  @Test
  void whatIsMeantForTheSpeakerIsNotShown() throws Exception {
    assertThat(
            subtitles(
                Subtitles.SRT, "Ask [slow]Mr. [say Nguyen|W IH1 N][/slow], [pause 1s] please."))
        .contains("\nAsk Mr. Nguyen, please.\n");
  }

  @Test
  void longSentencesAreCutAfterMarks() throws Exception {
    String half = "the rain that had fallen all night on the roofs of the town was over";
    String srt = subtitles(Subtitles.SRT, "At last, " + half + ", and " + half + ".");
    assertThat(srt).contains("\nAt last, " + half + ",\n").contains("\nand " + half + ".\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = OutputFormat.class,
      names = {"M4A", "PCM"},
      mode = EnumSource.Mode.EXCLUDE)
  void aStreamHoldsWhatAFileWould(OutputFormat format) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SpeechWriter out =
        SpeechWriter.toStream(bytes, format, Sound.AS_SPOKEN, FileLabels.NONE, RATE)) {
      int before = bytes.size();
      out.add(spoken("One two three four five six seven.").getFirst(), "");
      assertThat(bytes.size()).as("it goes out at once").isGreaterThan(before);
      out.commit();
    }
    String extension = format.extensions().getFirst();
    Path streamed = Files.write(folder.resolve("streamed." + extension), bytes.toByteArray());
    Path file = folder.resolve("file." + extension);
    write(file, Sound.AS_SPOKEN, Set.of(), "One two three four five six seven.");
    Audio expected = AudioFiles.read(file);
    Audio found = AudioFiles.read(streamed);
    assertThat(found.sampleRate()).isEqualTo(expected.sampleRate());
    assertThat(found.length()).isCloseTo(expected.length(), within(2 * 1152));
    if (format != OutputFormat.MP3) { // only a file says what of the encoder's start is not heard
      int count = Math.min(found.length(), expected.length());
      float[] start = Arrays.copyOf(found.samples(), count);
      assertThat(Arrays.equals(start, Arrays.copyOf(expected.samples(), count))).isTrue();
    }
  }

  @Test
  void pcmIsTheSamplesAlone() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Sound wide = new Sound(Loudness.NONE, 24_000, 0, true);
    SpokenSentence spoken = spoken("One two.").getFirst();
    try (SpeechWriter out =
        SpeechWriter.toStream(bytes, OutputFormat.PCM, wide, FileLabels.NONE, RATE)) {
      out.add(spoken, "One two.");
      out.commit();
    }
    assertThat(bytes.size()).isEqualTo(spoken.audio().length() * 3 / 2 * 2);
  }

  @Test
  void mp4CannotBeStreamed() {
    assertThatThrownBy(
            () ->
                SpeechWriter.toStream(
                    OutputStream.nullOutputStream(),
                    OutputFormat.M4A,
                    PLAIN,
                    FileLabels.NONE,
                    RATE))
        .isInstanceOf(AudioException.class)
        .hasMessageContaining("aac");
  }

  @Test
  void speechIsBroughtToALoudness() throws Exception {
    Path file = folder.resolve("loud.wav");
    write(file, new Sound(Loudness.R128, 0, 0, true), Set.of(), "One two three. Four five six.");
    assertThat(LoudnessMeter.measure(AudioFiles.read(file)).integratedLufs())
        .isCloseTo(-23, within(0.5));
  }

  @Test
  void whereNobodyReadsTheSpeakingEnds() throws Exception {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("nobody reads");
          }
        };
    SpokenSentence spoken = spoken("One two.").getFirst();
    try (SpeechWriter out =
        SpeechWriter.toStream(gone, OutputFormat.PCM, PLAIN, FileLabels.NONE, RATE)) {
      WritingListener listener = new WritingListener(out, "One two.", Cancellation.NEVER);
      assertThat(listener.requested()).isFalse();
      listener.piece(spoken.audio());
      assertThat(listener.requested()).isTrue();
      assertThatThrownBy(listener::checkWritten).hasMessageContaining("nobody reads");
    }
  }

  private String subtitles(Subtitles kind, String text) throws Exception {
    write(folder.resolve("out.wav"), PLAIN, Set.of(kind), text);
    return Files.readString(folder.resolve("out." + kind.suffix()));
  }

  private static void write(Path file, Sound sound, Set<Subtitles> kinds, String text)
      throws AudioException {
    try (SpeechWriter out = SpeechWriter.toFile(file, sound, kinds, FileLabels.NONE, RATE)) {
      for (SpokenSentence spoken : spoken(text)) {
        out.add(spoken, spoken.sentence().source().of(text));
      }
      out.commit();
    }
  }

  /** Every word of a sentence lasts 0.3 s, of 2 s in all; 0.5 s of silence follow. */
  private static List<SpokenSentence> spoken(String text) {
    List<SpokenSentence> spoken = new ArrayList<>();
    for (Sentence sentence : FRONT_END.analyze(text).sentences()) {
      List<SpokenWord> words = new ArrayList<>();
      for (Word word : sentence.words()) {
        double start = 0.1 + 0.3 * words.size();
        words.add(
            new SpokenWord(word.spoken(), word.source(), start, start + 0.3, Clarity.UNCHECKED));
      }
      spoken.add(
          new SpokenSentence(
              paused(sentence), hum(), words, Spacing.PLAIN, List.of(), SpeechCost.NOTHING));
    }
    return spoken;
  }

  private static Sentence paused(Sentence sentence) {
    Pause pause = new Pause(Pause.Kind.SENTENCE, 0.5);
    return new Sentence(sentence.source(), sentence.words(), pause, sentence.heading());
  }

  private static Audio hum() {
    float[] samples = new float[2 * RATE];
    for (int t = 0; t < samples.length; t++) {
      samples[t] = (float) (0.1 * Math.sin(t * 0.05) * Math.sin(t * 0.0007));
    }
    return new Audio(samples, RATE);
  }
}
