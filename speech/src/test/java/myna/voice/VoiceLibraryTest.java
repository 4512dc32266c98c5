package myna.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import myna.audio.Signals;
import myna.voice.VoiceException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceLibraryTest {
  private static final Consent MINE = new Consent(Consent.Kind.MINE, LocalDate.of(2025, 3, 1));
  private static final Recording CLIP = new Recording("clip.mp3", Signals.speech(1, 120, 4, 16000));
  private static final Recording OTHER =
      new Recording("other.wav", Signals.speech(2, 120, 5, 22050));

  @TempDir private Path folder;
  private VoiceLibrary library;

  @BeforeEach
  void open() {
    library = new VoiceLibrary(folder.resolve("voices"));
  }

  @Test
  void anUnusedLibraryIsEmptyAndTouchesNothing() throws Exception {
    assertThat(library.list().voices()).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertRefused(() -> library.get("Ada"), Reason.NOT_FOUND);
  }

  @Test
  void keepsWhatItIsGiven() throws Exception {
    Voice made = library.create("Ada", MINE, List.of(CLIP, OTHER));
    Voice found = new VoiceLibrary(folder.resolve("voices")).get("aDA");
    assertThat(found).isEqualTo(made);
    assertThat(found.consent()).isEqualTo(MINE);
    assertThat(found.clips()).extracting(Clip::source).containsExactly("clip.mp3", "other.wav");
    assertThat(found.seconds()).isCloseTo(9, Offset.offset(0.01));
    assertThat(library.read(found, found.clips().get(1)).sampleRate()).isEqualTo(22050);
    assertThat(library.reference(found, 16000).seconds()).isBetween(6.0, 12.0);
  }

  @Test
  void changesWhatItIsTold() throws Exception {
    Voice voice = library.create("Ada", MINE, List.of(CLIP));
    library.change(voice, v -> v.withName("Grace"));
    library.change(voice, v -> v.withProfile(new Voice.Profile("warm", "#102030")));
    Voice changed = library.addClip(voice, OTHER);
    assertThat(changed.name()).isEqualTo("Grace");
    assertThat(changed.profile().notes()).isEqualTo("warm");
    assertThat(changed.clips()).hasSize(2);
    Voice fewer = library.removeClip(voice, changed.clips().getFirst());
    assertThat(fewer.clips()).containsExactly(changed.clips().get(1));
    assertThat(filesOf(fewer)).containsExactlyInAnyOrder("voice.json", "clip-002.wav");
    assertThat(library.addClip(voice, CLIP).clips())
        .extracting(Clip::file)
        .containsExactly("clip-002.wav", "clip-001.wav");
  }

  @Test
  void duplicatesAndDeletesForGood() throws Exception {
    Voice voice = library.create("Ada", MINE, List.of(CLIP));
    Voice copy = library.duplicate(voice, "Ada Two");
    library.delete(voice);
    assertThat(library.list().voices()).containsExactly(copy);
    assertThat(folder.resolve("voices").resolve(voice.id())).doesNotExist();
    assertThat(library.reference(copy, 16000).seconds()).isPositive();
    library.delete(copy);
    try (Stream<Path> left = Files.list(folder.resolve("voices"))) {
      assertThat(left).extracting(p -> p.getFileName().toString()).containsExactly(".lock");
    }
    assertRefused(() -> library.delete(copy), Reason.NOT_FOUND);
    assertRefused(() -> library.addClip(copy, CLIP), Reason.NOT_FOUND);
  }

  @Test
  void refusesWhatNoVoiceCanBe() throws Exception {
    Voice voice = library.create("Ada", MINE, List.of(CLIP));
    assertRefused(() -> library.create("ADA ", MINE, List.of(CLIP)), Reason.NAME_TAKEN);
    assertRefused(() -> library.duplicate(voice, "ada"), Reason.NAME_TAKEN);
    for (String name : new String[] {"", "  ", "a\nb", "a\u202eb", "x".repeat(81)}) {
      assertRefused(() -> library.create(name, MINE, List.of(CLIP)), Reason.BAD_VALUE);
      assertRefused(() -> library.change(voice, v -> v.withName(name)), Reason.BAD_VALUE);
    }
    assertRefused(() -> library.create("Bo", MINE, List.of()), Reason.BAD_VALUE);
    assertRefused(
        () -> library.change(voice, v -> v.withProfile(new Voice.Profile("", "red"))),
        Reason.BAD_VALUE);
    assertRefused(() -> library.removeClip(voice, voice.clips().getFirst()), Reason.CLIP_COUNT);
    Recording silence = new Recording("s.wav", Signals.silence(5, 16000));
    assertRefused(() -> library.create("Cy", MINE, List.of(CLIP, silence)), Reason.NO_SPEECH);
    assertThat(library.list().voices()).containsExactly(voice);
    assertThat(library.list().problems()).isEmpty();
  }

  @Test
  void aNameMayBeAnythingThatAUserCanRead() throws Exception {
    for (String name : new String[] {"../../etc", "C:\\con", "Zoë 東京 🎙", "a/b", ".hidden", "-x"}) {
      assertThat(library.create(name, MINE, List.of(CLIP)).name()).isEqualTo(name);
      assertThat(library.get(name).name()).isEqualTo(name);
    }
    assertThat(folder.resolve("voices").toFile().list())
        .hasSize(7)
        .allMatch(file -> file.matches("[0-9a-f]{16}|\\.lock"));
    assertThat(folder.toFile().list()).containsExactly("voices");
  }

  @Test
  void aDamagedVoiceHidesNoOther() throws Exception {
    Voice good = library.create("Good", MINE, List.of(CLIP));
    Voice bad = library.create("Bad", MINE, List.of(CLIP));
    Path file = folder.resolve("voices").resolve(bad.id()).resolve("voice.json");
    Files.writeString(file, Files.readString(file).replace("\"name\"", "\"nom\""));
    assertThat(library.list().voices()).containsExactly(good);
    assertThat(library.list().problems()).hasSize(1).first().asString().contains("is damaged");
  }

  @Test
  void sweepsAwayWhatAnEndedProcessLeft() throws Exception {
    library.create("Ada", MINE, List.of(CLIP));
    Path left = Files.createDirectory(folder.resolve("voices").resolve(".passing-1"));
    Files.writeString(left.resolve("clip-001.wav"), "half");
    assertThat(library.list().voices()).hasSize(1);
    library.create("Bo", MINE, List.of(CLIP));
    assertThat(left).doesNotExist();
  }

  @Test
  void storesLongRecordingsCutAndHighRatesLower() throws Exception {
    Recording longOne = new Recording("long.wav", Signals.speech(3, 150, 70, 16000));
    Recording highOne = new Recording("high.wav", Signals.speech(3, 150, 3, 96000));
    Voice voice = library.create("Ada", MINE, List.of(longOne, highOne));
    assertThat(voice.clips().get(0).seconds()).isBetween(55.0, 60.0);
    assertThat(voice.clips().get(1).sampleRate()).isEqualTo(48000);
    assertThat(library.reference(voice, 16000).seconds()).isBetween(7.0, 12.0);
  }

  @Test
  void manyMayChangeItAtOnce() throws Exception {
    List<Callable<Voice>> work =
        IntStream.range(0, 12)
            .<Callable<Voice>>mapToObj(
                i ->
                    () ->
                        new VoiceLibrary(folder.resolve("voices"))
                            .create("Voice " + i % 8, MINE, List.of(CLIP)))
            .toList();
    int refused = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Voice> voice : threads.invokeAll(work)) {
        refused += voice.state() == Future.State.FAILED ? 1 : 0;
      }
    }
    assertThat(refused).isEqualTo(4);
    assertThat(library.list().voices()).hasSize(8);
    assertThat(library.list().voices())
        .extracting(v -> v.profile().colour())
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsWhatWasAdaptedAndReadAndGivesItOn() throws Exception {
    Voice voice = library.create("Ada", MINE, List.of(CLIP));
    assertThat(library.adapted(voice)).isEmpty();
    assertThat(library.readings(voice)).isEmpty();
    Reading first = new Reading("To be, or not.", Signals.speech(3, 120, 2, 16000));
    Reading second = new Reading("Whether 'tis nobler.", Signals.speech(4, 120, 3, 16000));
    library.adapt(voice, new byte[] {1, 2, 3}, List.of(first, second));
    library.adapt(voice, new byte[] {4, 5}, List.of(second, first));
    Path file = folder.resolve("ada.mynavoice");
    library.exportTo(voice, file);
    Voice imported = library.importFrom(file);
    Voice copy = library.duplicate(voice, "Copy");
    for (Voice each : List.of(voice, imported, copy)) {
      assertThat(library.adapted(each)).hasValue(new byte[] {4, 5});
      assertThat(library.readings(each))
          .extracting(Reading::text)
          .containsExactly("Whether 'tis nobler.", "To be, or not.");
      assertThat(library.readings(each).getFirst().audio().length()).isEqualTo(48_000);
    }
    library.undoAdapting(voice);
    assertThat(library.adapted(voice)).isEmpty();
    assertThat(library.readings(voice)).hasSize(2);
  }

  @Test
  void whatIsTooLargeToBeAdaptedIsRefusedAndChangesNothing() throws Exception {
    Voice voice = library.create("Ada", MINE, List.of(CLIP));
    assertRefused(() -> library.adapt(voice, new byte[(4 << 20) + 1], List.of()), Reason.TOO_LARGE);
    assertThat(library.adapted(voice)).isEmpty();
  }

  private List<String> filesOf(Voice voice) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("voices").resolve(voice.id()))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  static void assertRefused(ThrowingCallable use, Reason reason) {
    assertThatThrownBy(use)
        .asInstanceOf(type(VoiceException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
        .satisfies(e -> assertThat(e.getMessage()).isNotBlank().hasLineCount(1));
  }
}
