package myna.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.Signals;
import myna.engine.Pronunciations;
import myna.onnx.PackException;
import myna.onnx.PackShelf;
import myna.text.TextException;
import myna.ui.history.Entry;
import myna.ui.history.HistoryLog;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import myna.watermark.SyntheticNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A write that fails says so in one sentence and leaves what was there. */
class WriteFaultsTest {
  private static final Consent MINE = new Consent(Consent.Kind.MINE, LocalDate.of(2025, 3, 1));
  private static final Recording CLIP = new Recording("clip.wav", Signals.speech(1, 120, 3, 16000));

  @TempDir private Path temporary;

  /** Something that is written. */
  private interface Write {
    void run(Path folder, Path home)
        throws AudioException, VoiceException, PackException, TextException, IOException;
  }

  /** A write with the name that tests show. */
  record Way(String name, Write write) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Way> ways() {
    Stream<Way> sounds =
        Stream.of("wav", "flac", "mp3", "opus", "m4a")
            .map(format -> new Way(format, (folder, home) -> sound(folder, "out." + format)));
    Stream<Way> others =
        Stream.of(
            new Way("voice", (folder, home) -> library(folder).create("Eve", MINE, List.of(CLIP))),
            new Way(
                "rename",
                (folder, home) -> {
                  VoiceLibrary library = library(folder);
                  library.change(library.get("Ada"), voice -> voice.withName("Eve"));
                }),
            new Way(
                "mynavoice",
                (folder, home) -> {
                  VoiceLibrary library = library(home);
                  library.exportTo(library.get("Ada"), folder.resolve("out.mynavoice"));
                }),
            new Way(
                "import",
                (folder, home) -> library(folder).importFrom(home.resolve("out.mynavoice"))),
            new Way("history", (folder, home) -> history(folder).add(entry(2))),
            new Way("settings", (folder, home) -> FaultChild.keep(folder, 2)),
            new Way(
                "pronunciations",
                (folder, home) ->
                    new Pronunciations(folder.resolve("lexicon.tsv")).put("Nguyen", "=win")),
            new Way("pack", (folder, home) -> shelf(folder).take(pack())));
    return Stream.concat(sounds, others);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void onAFullDisk(Way way) throws Exception {
    Path home = Files.createDirectory(temporary.resolve("home"));
    prepare(home);
    try (Disk disk = Disk.mount(temporary, "1m")) {
      prepare(disk.root());
      disk.fill();
      fails(way, disk.root(), home, "no room|No space|cannot be written");
      disk.empty();
      assertThat(history(disk.root()).read()).containsExactly(entry(1));
      assertThat(FaultChild.settings(disk.root()).get()).isEqualTo(FaultChild.settings(1));
      assertThat(library(disk.root()).list().voices()).extracting(Voice::name).contains("Ada");
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void onADiskThatMayOnlyBeRead(Way way) throws Exception {
    Path home = Files.createDirectory(temporary.resolve("home"));
    prepare(home);
    try (Disk disk = Disk.mount(temporary, "1m")) {
      prepare(disk.root());
      disk.makeReadOnly();
      fails(way, disk.root(), home, "Read-only file system|does not allow|cannot be");
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whereAFileStandsInTheWay(Way way) throws Exception {
    Path home = Files.createDirectory(temporary.resolve("home"));
    prepare(home);
    Path folder = Files.writeString(temporary.resolve("file"), "no folder");
    fails(way, folder, home, "(?i)not a (folder|directory)|no voice called");
    assertThat(Files.readString(folder)).isEqualTo("no folder");
  }

  @Test
  void whereNoFilesCanBe() {
    Path nowhere = Path.of("/proc");
    if (Files.isDirectory(nowhere)) {
      assertThat(catchThrowable(() -> sound(nowhere, "x.wav")))
          .hasMessageContaining("/proc/x.wav cannot be written: the system does not allow");
    }
  }

  private static void fails(Way way, Path folder, Path home, String why) throws IOException {
    Map<String, String> before = Files.isDirectory(folder) ? Disk.contents(folder) : Map.of();
    Throwable failure = catchThrowable(() -> way.write().run(folder, home));
    assertThat(failure)
        .isInstanceOfAny(
            AudioException.class, VoiceException.class, PackException.class, IOException.class);
    assertThat(failure.getMessage()).doesNotContain("\n", "null");
    assertThat(failure.getMessage()).containsPattern(why);
    if (Files.isDirectory(folder)) {
      assertThat(Disk.contents(folder)).isEqualTo(before);
    }
  }

  private static void prepare(Path folder) throws AudioException, VoiceException, IOException {
    for (String format : List.of("wav", "flac", "mp3", "opus", "m4a", "mynavoice")) {
      Files.writeString(folder.resolve("out." + format), "old");
    }
    VoiceLibrary library = library(folder);
    library.create("Ada", MINE, List.of(CLIP));
    library.exportTo(library.get("Ada"), folder.resolve("out.mynavoice"));
    history(folder).add(entry(1));
    FaultChild.keep(folder, 1);
  }

  private static void sound(Path folder, String name) throws AudioException {
    AudioFiles.write(
        folder.resolve(name), Signals.speech(2, 120, 6, 16000), SyntheticNote.labels());
  }

  private static VoiceLibrary library(Path folder) {
    return new VoiceLibrary(folder.resolve("voices"));
  }

  private static HistoryLog history(Path folder) {
    return new HistoryLog(folder.resolve("history.jsonl"));
  }

  static PackShelf shelf(Path folder) {
    return new PackShelf(folder.resolve("delivered"), folder.resolve("models"));
  }

  private static Path pack() {
    return Path.of("speech", "src", "test", "resources", "tiny-pack");
  }

  static Entry entry(int number) {
    return new Entry(
        number,
        "text " + number + " ".repeat(2000) + ".",
        new Entry.Speaker("id", "Ada", "pack 1"),
        new Entry.Manner(null, 1, 1, true, number),
        List.of());
  }
}
