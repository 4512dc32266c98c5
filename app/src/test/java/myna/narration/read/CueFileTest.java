package myna.narration.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import myna.narration.book.NarrationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subtitles in the dialects of several programs: times, speakers, what is said. */
class CueFileTest {
  @TempDir private Path folder;

  @Test
  void takesSubRipAsItComes() throws IOException, NarrationException {
    assertThat(
            cues(
                """
                \uFEFF1\r
                00:00:01,500 --> 00:00:02,000 X1:10 X2:20\r
                <b>One</b>\r
                2\r
                00:00:02.5-->00:00:03.25\r
                {\\an8}Two\r
                lines\r
                \r
                \r
                01:05,000 --> 01:06,000\r
                1984\r
                """))
        .containsExactly("1.50 2.00 One", "2.50 3.25 Two lines", "65.00 66.00 1984");
  }

  @Test
  void knowsWhoSpeaks() throws IOException, NarrationException {
    assertThat(
            cues(
                """
                1
                00:00:01,000 --> 00:00:02,000
                MRS. SMITH: Come in.
                - Thank you.

                2
                00:00:03,000 --> 00:00:04,000
                Bob: Is she here?
                Remember: speak low.

                3
                00:00:05,000 --> 00:00:06,000
                [door slams] -Bob: Yes.
                >> No.
                """))
        .containsExactly(
            "1.00 2.00 MRS. SMITH|Come in. / Thank you.",
            "3.00 4.00 Bob|Is she here? Remember: speak low.",
            "5.00 6.00 Bob|Yes. / No.");
  }

  @Test
  void sortsByTimeAndLeavesOutWhatIsThereTwice() throws IOException, NarrationException {
    String late = "00:09,000 --> 00:10,000\nLate\n\n";
    assertThat(cues(late + "00:01,000 --> 00:00,500\nEarly\n\n" + late + "(LAUGHS)\n\n"))
        .containsExactly("1.00 1.00 Early", "9.00 10.00 Late");
  }

  @Test
  void readsSubStationAlphaByItsOwnColumns() throws IOException, NarrationException {
    String ass =
        """
        [Script Info]
        [Events]
        Format: Start, End, Style, Actor, Text
        Dialogue: 0:00:01.00,0:00:02.5,Whisper,Ann,Well, {\\k20}well\\Nnow
        Dialogue: 0:00:01.00,0:00:0x,Whisper,Ann,a broken time
        """;
    Path file = write(ass);
    assertThat(Books.cues(file))
        .hasSize(1)
        .first()
        .extracting(TimedCue::style)
        .isEqualTo("Whisper");
    assertThat(shown(file)).containsExactly("1.00 2.50 Ann|Well, well now");
  }

  @Test
  void refusesWhatHoldsNoTimes() throws IOException {
    Path file = write("Just a text.");
    assertThatThrownBy(() -> Books.cues(file))
        .isInstanceOf(NarrationException.class)
        .hasMessageContaining("holds no subtitles");
    assertThatThrownBy(() -> Books.cues(folder.resolve("none.srt")))
        .isInstanceOf(NarrationException.class)
        .hasMessageContaining("there is no file");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("film.srt"), text, StandardCharsets.UTF_8);
  }

  private List<String> cues(String text) throws IOException, NarrationException {
    return shown(write(text));
  }

  private static List<String> shown(Path file) throws NarrationException {
    return Books.cues(file).stream()
        .map(
            cue ->
                String.format(Locale.ROOT, "%.2f %.2f ", cue.start(), cue.end())
                    + cue.turns().stream()
                        .map(t -> (t.speaker().isEmpty() ? "" : t.speaker() + "|") + t.text())
                        .collect(Collectors.joining(" / ")))
        .toList();
  }
}
