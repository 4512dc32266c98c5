package myna.narration.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.LoudnessMeter;
import myna.delivery.Loudness;
import myna.delivery.LoudnessReading;
import myna.delivery.Sound;
import myna.delivery.Subtitles;
import myna.jobs.Cancellation;
import myna.jobs.CancellationSwitch;
import myna.jobs.CancelledException;
import myna.jobs.Progress;
import myna.narration.book.Book;
import myna.narration.book.Cover;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.project.Project;
import myna.narration.render.FakeSynthesizer;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderListener;
import myna.narration.render.Renderer;
import myna.narration.render.Shard;
import myna.narration.render.TestBooks;
import myna.watermark.Watermarker;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final byte[] PNG = {
    (byte) 0x89,
    'P',
    'N',
    'G',
    '\r',
    '\n',
    0x1A,
    '\n',
    0,
    0,
    0,
    13,
    'I',
    'H',
    'D',
    'R',
    0,
    0,
    0,
    3,
    0,
    0,
    0,
    2
  };

  @TempDir private Path temporary;
  private Project project;

  @BeforeEach
  void render() throws IOException, NarrationException {
    Book plain =
        TestBooks.book(
            3,
            "“Été” is chapter #, a garbled one. It costs 25 dollars, and that is that!",
            "",
            "The scene has changed.");
    Book book =
        new Book(plain.metadata(), Optional.of(new Cover(PNG, "image/png")), plain.chapters());
    project = TestBooks.project(temporary.resolve("project"), book);
    new Renderer(
            project, new FakeSynthesizer("fake", "ruth"), RenderListener.NONE, new RenderControl())
        .render(Shard.ALL);
  }

  @AfterEach
  void close() throws NarrationException {
    project.close();
  }

  @Test
  void writesAnAudiobookThatPlayersUnderstand() throws IOException, NarrationException {
    Path file = temporary.resolve("book.m4b");
    ExportReport report = export(ExportSettings.of(file, "Ruth"));
    Mp4Reader mp4 = new Mp4Reader(file);
    assertThat(mp4.brand()).isEqualTo("M4B ");
    assertThat(mp4.listedChapters()).containsExactly("Chapter 1", "Chapter 2", "Chapter 3");
    assertThat(mp4.chapterTrack()).containsExactly("Chapter 1", "Chapter 2", "Chapter 3");
    assertThat(mp4.seconds()).isCloseTo(report.seconds(), within(0.05));
    assertThat(mp4.chapterTrackSeconds().stream().mapToDouble(s -> s).sum())
        .isCloseTo(report.seconds(), within(0.05));
    for (int i = 0; i < 3; i++) {
      assertThat(mp4.listedStarts().get(i))
          .isCloseTo(
              (double) report.chapters().get(i).start() / FakeSynthesizer.RATE, within(0.001));
    }
    assertThat(mp4.coverBytes()).isEqualTo(PNG.length);
    assertThat(mp4.tags())
        .containsEntry("©nam", "The Test")
        .containsEntry("©ART", "A. Tester")
        .containsEntry("©wrt", "Ruth")
        .containsEntry("©day", "2020")
        .containsEntry("stik", "2");
    assertThat(mp4.tags().get("©cmt")).startsWith("Synthetic speech made with Myna");
  }

  @Test
  void isAsLoudAsItSays() throws NarrationException, AudioException {
    Path file = temporary.resolve("book.wav");
    ExportReport report = export(ExportSettings.of(file, "Ruth"));
    Audio audio = AudioFiles.read(file);
    LoudnessReading measured = LoudnessReading.of(LoudnessMeter.measure(audio));
    assertThat(audio.seconds()).isCloseTo(report.seconds(), within(1e-6));
    assertThat(Loudness.ACX.isMetBy(measured)).as(measured.toString()).isTrue();
    assertThat(report.loudness().rmsDb()).isCloseTo(measured.rmsDb(), within(0.05));
    var quiet = new Sound(Loudness.R128, 22_050, 0, true);
    ExportSettings other = ExportSettings.of(temporary.resolve("quiet.wav"), "Ruth");
    export(new ExportSettings(other.output(), false, quiet, Set.of(), other.credits()));
    Audio resampled = AudioFiles.read(other.output());
    assertThat(resampled.sampleRate()).isEqualTo(22_050);
    assertThat(resampled.seconds()).isCloseTo(report.seconds(), within(1e-4));
    LoudnessReading low = LoudnessReading.of(LoudnessMeter.measure(resampled));
    assertThat(Loudness.R128.isMetBy(low)).as(low.toString()).isTrue();
  }

  @Test
  void marksTheSoundUnlessToldNotTo() throws AudioException, NarrationException {
    ExportSettings marked = ExportSettings.of(temporary.resolve("marked.wav"), "Ruth");
    ExportSettings plain = ExportSettings.of(temporary.resolve("plain.wav"), "Ruth");
    var unmarked = new Sound(Loudness.NONE, 0, 0, false);
    export(new ExportSettings(plain.output(), false, unmarked, Set.of(), plain.credits()));
    var loud = new Sound(Loudness.NONE, 0, 0, true);
    export(new ExportSettings(marked.output(), false, loud, Set.of(), marked.credits()));
    Audio expected = Watermarker.mark(AudioFiles.read(plain.output()));
    Audio found = AudioFiles.read(marked.output());
    assertThat(found.length()).isEqualTo(expected.length());
    for (int t = 0; t < found.length(); t += 101) {
      assertThat(found.samples()[t]).isCloseTo(expected.samples()[t], within(2f / 32768));
    }
  }

  @Test
  void writesTheSameBytesAgain() throws IOException, NarrationException {
    for (String extension : List.of("m4b", "mp3", "epub")) {
      Path first = temporary.resolve("first." + extension);
      Path second = temporary.resolve("second." + extension);
      export(ExportSettings.of(first, "Ruth"));
      export(ExportSettings.of(second, "Ruth"));
      assertThat(Files.mismatch(first, second)).as(extension).isEqualTo(-1);
    }
  }

  @Test
  void marksTheChaptersOfEveryFormatThatCan() throws IOException, NarrationException {
    for (String extension : List.of("mp3", "opus", "flac")) {
      Path file = temporary.resolve("book." + extension);
      export(ExportSettings.of(file, "Ruth"));
      String bytes =
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("\0", "");
      assertThat(bytes).as(extension).contains("Chapter 2").contains("A. Tester");
    }
  }

  @Test
  void marksChaptersToTheMillisecondInVorbisComments() throws IOException, NarrationException {
    for (String extension : List.of("opus", "flac")) {
      Path file = temporary.resolve("book." + extension);
      ExportReport report = export(ExportSettings.of(file, "Ruth"));
      double start = (double) report.chapters().get(1).start() / FakeSynthesizer.RATE;
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertThat(bytes).contains("CHAPTER001=00:00:%06.3f".formatted(start));
    }
  }

  @Test
  void writesAFilePerChapter() throws NarrationException, AudioException {
    ExportSettings one = ExportSettings.of(temporary.resolve("book.flac"), "Ruth");
    ExportReport report =
        export(
            new ExportSettings(
                one.output(), true, one.sound(), Set.of(Subtitles.SRT), one.credits()));
    assertThat(report.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "book - 01 - Chapter 1.flac",
            "book - 01 - Chapter 1.srt",
            "book - 02 - Chapter 2.flac",
            "book - 02 - Chapter 2.srt",
            "book - 03 - Chapter 3.flac",
            "book - 03 - Chapter 3.srt");
    assertThat(AudioFiles.read(report.files().get(2)).seconds()).isGreaterThan(3);
  }

  @Test
  void writesSubtitlesFromTheModelsOwnTimes() throws IOException, NarrationException {
    ExportSettings one = ExportSettings.of(temporary.resolve("book.wav"), "Ruth");
    ExportReport report =
        export(
            new ExportSettings(
                one.output(), false, one.sound(), Set.of(Subtitles.values()), one.credits()));
    assertThat(report.files()).hasSize(7);
    String srt = Files.readString(temporary.resolve("book.srt"));
    assertThat(srt)
        .startsWith("1\n00:00:00,600 --> ")
        .contains("\n“Été” is chapter 1, a garbled one.\n");
    String words = Files.readString(temporary.resolve("book.words.srt"));
    assertThat(words)
        .contains("\n“Été”\n")
        .contains("\n25\n")
        .contains("\ndollars,\n")
        .contains("\nthat!\n");
    assertThat(Files.readString(temporary.resolve("book.vtt")))
        .startsWith("WEBVTT\n\n00:00:00.600 --> ");
    assertThat(Files.readString(temporary.resolve("book.lrc")))
        .startsWith("[ti:The Test]\n[00:00.60]Chapter 1\n");
    assertThat(Files.readString(temporary.resolve("book.words.lrc")))
        .contains("<00:00.60> Chapter <");
  }

  @Test
  void listsWhatTheSelfCheckCouldNotMakeOut() throws NarrationException {
    ExportReport report = export(ExportSettings.of(temporary.resolve("book.wav"), "Ruth"));
    assertThat(report.words().spoken()).isBetween(60, 69);
    assertThat(report.words().doubtful()).hasSize(3);
    assertThat(report.words().doubtful().getFirst().word()).isEqualTo("garbled");
    assertThat(report.words().doubtful().getFirst().chapter()).isEqualTo("Chapter 1");
  }

  @Test
  void writesABookThatIsReadAloud() throws IOException, NarrationException {
    Path file = temporary.resolve("read.epub");
    export(ExportSettings.of(file, "Ruth"));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.entries().nextElement().getName()).isEqualTo("mimetype");
      assertThat(zip.getEntry("mimetype").getMethod()).isEqualTo(ZipEntry.STORED);
      var opf = Jsoup.parse(text(zip, "EPUB/package.opf"), "", Parser.xmlParser());
      assertThat(opf.select("itemref")).hasSize(3);
      for (var item : opf.select("item")) {
        assertThat(zip.getEntry("EPUB/" + item.attr("href"))).as(item.attr("href")).isNotNull();
      }
      var page = Jsoup.parse(text(zip, "EPUB/chapter-0002.xhtml"), "", Parser.xmlParser());
      var smil = Jsoup.parse(text(zip, "EPUB/chapter-0002.smil"), "", Parser.xmlParser());
      assertThat(smil.select("par")).hasSize(4);
      for (var text : smil.select("text")) {
        String id = text.attr("src").substring(text.attr("src").indexOf('#') + 1);
        assertThat(page.getElementById(id)).isNotNull();
      }
      assertThat(page.text()).contains("“Été” is chapter 2, a garbled one. It costs");
    }
  }

  @Test
  void refusesWhatIsNotRenderedYet() throws NarrationException {
    long chapter = project.spokenChapters().getFirst().id();
    project.edit(TestBooks.writer()).retake(project.lineIds(chapter).getFirst());
    Path file = temporary.resolve("book.m4b");
    assertThatThrownBy(() -> export(ExportSettings.of(file, "Ruth")))
        .isInstanceOf(NarrationException.class)
        .hasMessage("1 of 12 sentences are not rendered yet")
        .extracting("reason")
        .isEqualTo(Reason.INCOMPLETE);
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void whereSubtitlesCannotBeWrittenTheSoundStaysAsItWas() throws IOException {
    Path file = Files.writeString(temporary.resolve("book.wav"), "of last week");
    Files.createDirectory(temporary.resolve("book.words.srt"));
    ExportSettings one = ExportSettings.of(file, "Ruth");
    var all = Set.of(Subtitles.values());
    var both = new ExportSettings(file, false, one.sound(), all, one.credits());
    assertThatThrownBy(() -> export(both))
        .isInstanceOf(NarrationException.class)
        .hasMessageContaining("book.words.srt");
    assertThat(file).hasContent("of last week");
    assertThat(temporary.toFile().list())
        .containsExactlyInAnyOrder("project", "project.txt", "book.wav", "book.words.srt");
  }

  @Test
  void leavesNothingBehindWhenItIsCancelled() {
    CancellationSwitch cancellation = new CancellationSwitch();
    Path file = temporary.resolve("book.m4b");
    Progress progress =
        (fraction, message) -> {
          if (fraction > 0.6) {
            cancellation.request();
          }
        };
    AudiobookExporter exporter =
        new AudiobookExporter(project, ExportSettings.of(file, "Ruth"), progress, cancellation);
    assertThatThrownBy(exporter::export).isInstanceOf(CancelledException.class);
    assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("project", "project.txt");
  }

  private ExportReport export(ExportSettings settings) throws NarrationException {
    return new AudiobookExporter(project, settings, Progress.NONE, Cancellation.NEVER).export();
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
