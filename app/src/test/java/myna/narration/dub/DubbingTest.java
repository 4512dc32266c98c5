package myna.narration.dub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.FileLabels;
import myna.audio.LoudnessMeter;
import myna.delivery.Loudness;
import myna.delivery.Mastering;
import myna.delivery.Sound;
import myna.delivery.SoundWriter;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.book.NarrationException;
import myna.narration.dub.CueReport.Verdict;
import myna.narration.read.Books;
import myna.narration.script.Cast;
import myna.onnx.Packs;
import myna.speech.Knob;
import myna.speech.ReferenceClipTest;
import myna.speech.SpeechOptions;
import myna.text.TextSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cues are spoken in their time, and what is not says so. */
class DubbingTest {
  private static PackLease pack;

  @TempDir private Path folder;

  @BeforeAll
  static void lease() throws EngineException {
    pack = Packs.tiny();
  }

  @AfterAll
  static void close() {
    pack.close();
  }

  @Test
  void speaksFasterThenBorrowsThenSaysWhatDoesNotFit() throws Exception {
    DubReport report =
        dub(
            """
            1
            00:00:00,000 --> 00:00:04,000
            Hello.

            2
            00:00:05,000 --> 00:00:07,300
            Somebody has left the door open.

            3
            00:00:08,000 --> 00:00:08,400
            Somebody has left the door open.

            4
            00:00:12,000 --> 00:00:12,400
            Somebody has left the door open, and everybody knows about it by now.

            5
            00:00:12,500 --> 00:00:15,000
            Nobody.
            """);
    assertThat(report.cues())
        .extracting(CueReport::verdict)
        .containsExactly(
            Verdict.FITS, Verdict.FITS, Verdict.BORROWS, Verdict.TOO_LONG, Verdict.LATE);
    assertThat(report.cues().get(0).speed()).isEqualTo(1);
    assertThat(report.cues().get(1).speed()).isGreaterThan(1).isLessThan(1.3);
    assertThat(report.cues().get(2).speed()).isEqualTo(1.3);
    holds(report);
    Audio track = AudioFiles.read(folder.resolve("out.wav"));
    assertThat(track.seconds()).isCloseTo(report.seconds(), within(1e-3));
  }

  @Test
  void isHeardWhereTheCuesAreAndNowhereElse() throws Exception {
    DubReport report =
        dub("00:01,000 --> 00:02,500\nOne two.\n\n00:04,000 --> 00:05,500\nThree.\n");
    Audio track = AudioFiles.read(folder.resolve("out.wav"));
    for (CueReport cue : report.cues()) {
      assertThat(level(track, cue.spoken(), cue.done())).isGreaterThan(1e-3);
    }
    assertThat(level(track, 0, 0.9)).isZero();
    assertThat(level(track, report.cues().getFirst().done() + 0.2, 3.9)).isZero();
  }

  @Test
  void givesSpeakersAndStylesTheirVoices() throws Exception {
    List<String> asked = new ArrayList<>();
    Voices voices =
        name -> {
          asked.add(name);
          return name.equals("Nina") ? Optional.empty() : Optional.of(voice());
        };
    Cast cast =
        new Cast("Ruth", "", Map.of("BOB", "Ben", "Thoughts", "Eve", "Sign", DubCast.NOBODY));
    Path file =
        Files.writeString(
            folder.resolve("film.ass"),
            """
            [Events]
            Dialogue: 0,0:00:01.00,0:00:02.00,Default,BOB,0,0,0,,Yes.
            Dialogue: 0,0:00:03.00,0:00:04.00,Thoughts,,0,0,0,,Yes.
            Dialogue: 0,0:00:05.00,0:00:06.00,Sign,,0,0,0,,Harbour
            Dialogue: 0,0:00:07.00,0:00:08.00,Default,Nina,0,0,0,,Yes.
            """);
    DubReport report = dub(file, new DubCast(cast, voices));
    assertThat(report.cues()).hasSize(3);
    assertThat(report.voiceless()).containsExactly(Map.entry("Nina", 1));
    assertThat(asked).contains("Ben", "Eve", "Ruth").doesNotContain("none");
  }

  @Test
  void theSameSubtitlesGiveTheSameSound() throws Exception {
    String cue = "00:01,000 --> 00:02,500\nOne two.\n";
    dub(cue);
    byte[] first = Files.readAllBytes(folder.resolve("out.wav"));
    dub(cue);
    assertThat(Files.readAllBytes(folder.resolve("out.wav"))).isEqualTo(first);
  }

  @Test
  void aThousandCuesKeepTheirTimes() throws Exception {
    StringBuilder film = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      film.append(time(1.5 * i)).append(" --> ").append(time(1.5 * i + 1.1)).append('\n');
      film.append(i % 3 == 0 ? "Yes, I know." : "No.").append("\n\n");
    }
    List<Long> used = new ArrayList<>();
    Progress measuring =
        (fraction, message) -> {
          if (message.startsWith("cue 100 ") || message.startsWith("cue 1000 ")) {
            used.add(usedBytes());
          }
        };
    Path file = Files.writeString(folder.resolve("film.srt"), film);
    DubReport report = dub(file, new DubCast(Cast.of("Ruth"), Voices.of(voice())), measuring);
    assertThat(report.cues()).hasSize(1000);
    assertThat(report.count(Verdict.FITS)).isEqualTo(1000);
    holds(report);
    assertThat(used.get(1) - used.get(0)).as("of 86 MB of samples").isLessThan(8_000_000);
  }

  /** What is in use once everything else was thrown away. */
  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** On time within 50 ms or said to be late, done in time or said not to be, one after another. */
  private static void holds(DubReport report) {
    double before = 0;
    for (CueReport cue : report.cues()) {
      assertThat(cue.spoken()).isGreaterThanOrEqualTo(before);
      assertThat(cue.late() <= 0.05 || cue.verdict() == Verdict.LATE).isTrue();
      assertThat(cue.over() <= 0.001 || cue.verdict() != Verdict.FITS).isTrue();
      before = cue.done();
    }
  }

  private static String time(double seconds) {
    int whole = (int) seconds;
    return String.format(
        Locale.ROOT, "%d:%02d.%03d", whole / 60, whole % 60, Math.round(1000 * (seconds - whole)));
  }

  private static double level(Audio audio, double from, double to) {
    double sum = 0;
    int first = (int) (from * audio.sampleRate());
    int last = (int) (to * audio.sampleRate());
    for (int t = first; t < last; t++) {
      sum += audio.samples()[t] * audio.samples()[t];
    }
    return Math.sqrt(sum / (last - first));
  }

  private static VoiceSource voice() {
    return VoiceSource.of(List.of(ReferenceClipTest.clip(0.3, 3, 16_000)));
  }

  private DubReport dub(String subtitles)
      throws IOException, NarrationException, AudioException, EngineException {
    Path file = Files.writeString(folder.resolve("film.srt"), subtitles);
    return dub(file, new DubCast(Cast.of("Ruth"), Voices.of(voice())));
  }

  private DubReport dub(Path file, DubCast cast)
      throws NarrationException, AudioException, EngineException {
    return dub(file, cast, Progress.NONE);
  }

  private DubReport dub(Path file, DubCast cast, Progress progress)
      throws NarrationException, AudioException, EngineException {
    SpeechOptions fast = SpeechOptions.NONE.with(Knob.STEPS, 1);
    DubOrder order = new DubOrder(Books.cues(file), cast, TextSettings.DEFAULT, fast, 1.3);
    int rate = pack.format().signal().outputRate();
    Sound sound = new Sound(Loudness.NONE, 0, 0, false);
    Mastering mastering = new Mastering(sound, 0, new LoudnessMeter(rate));
    try (SoundWriter writer =
        SoundWriter.toFile(folder.resolve("out.wav"), mastering, FileLabels.NONE, rate)) {
      DubReport report = new Dubbing(pack, order).run(writer, progress, Cancellation.NEVER);
      writer.commit();
      return report;
    }
  }
}
