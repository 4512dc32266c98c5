package myna.ui.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.util.Subscription;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.FileLabels;
import myna.audio.Seal;
import myna.provenance.OwnSeal;
import myna.ui.common.Delay;
import myna.ui.common.Jobs;
import myna.ui.common.Messages;
import myna.ui.common.Notice;
import myna.ui.fakes.FakeEngine;
import myna.ui.fakes.FakeLoudspeaker;
import myna.ui.fakes.FakeMicrophone;
import myna.ui.fakes.Sounds;
import myna.ui.sound.Transport;
import myna.ui.voices.VoicesViewModel.Mode;
import myna.voice.Consent;
import myna.voice.Voice;
import myna.voice.VoiceLibrary;
import myna.watermark.Watermarker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoicesViewModelTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-03T10:00:00Z"), ZoneOffset.UTC);
  private static final Delay AT_ONCE =
      (seconds, action) -> {
        action.run();
        return Subscription.EMPTY;
      };

  @TempDir Path folder;
  private final List<Notice> notices = new ArrayList<>();
  private final FakeMicrophone microphone = new FakeMicrophone();
  private final FakeLoudspeaker loudspeaker = new FakeLoudspeaker(Double.POSITIVE_INFINITY);
  private VoicesViewModel model;

  @BeforeEach
  void open() {
    microphone.setMillisPerChunk(0);
    Jobs jobs = Jobs.sameThread();
    Transport transport =
        new Transport(loudspeaker, jobs, beat -> Subscription.EMPTY, notices::add);
    model =
        VoicesViewModel.create(
            new VoicesViewModel.Places(
                new VoiceLibrary(folder.resolve("voices")),
                Path.of("assets/reference"),
                folder.resolve("signing.pem")),
            new VoicesViewModel.Hardware(transport, microphone, new FakeEngine().studio(folder)),
            new VoicesViewModel.Pace(jobs, AT_ONCE, CLOCK),
            notices::add);
  }

  @Test
  void startsEmpty() {
    assertThat(model.loadedProperty().get()).isTrue();
    assertThat(model.voices()).isEmpty();
    assertThat(model.selectedProperty().get()).isNull();
  }

  @Test
  void aFileBecomesADraftTrimmedToItsSpeech() {
    model.addClip(null);
    model.draft().read(clip("anna_reads.wav"));
    assertThat(model.draft().nameProperty().get()).isEqualTo("Anna reads");
    assertThat(model.draft().fromProperty().get()).isGreaterThan(0.5);
    assertThat(model.draft().toProperty().get()).isLessThan(7.6);
    assertThat(model.draft().checkProperty().get()).isNotNull();
  }

  @Test
  void withoutConsentThereIsNoVoice() {
    model.addClip(null);
    model.draft().read(clip("anna.wav"));
    assertThat(model.draft().readyProperty().get()).isFalse();
    model.draft().consentProperty().set(Consent.Kind.MINE);
    assertThat(model.draft().readyProperty().get()).isTrue();
    model.draft().nameProperty().set("  ");
    assertThat(model.draft().readyProperty().get()).isFalse();
  }

  @Test
  void savesTheVoiceWithConsentAndDate() {
    Voice voice = save("Anna");
    assertThat(voice.consent()).isEqualTo(new Consent(Consent.Kind.MINE, LocalDate.of(2026, 2, 3)));
    assertThat(model.modeProperty().get()).isEqualTo(Mode.LIBRARY);
    assertThat(model.selectedProperty().get().id()).isEqualTo(voice.id());
    assertThat(notices).containsExactly(Notice.success("voices.saved", "Anna"));
  }

  @Test
  void aFileTellsWhereItComesFrom() throws Exception {
    Path file = folder.resolve("made.wav");
    Seal seal = new OwnSeal(folder.resolve("signing.pem"), "1.2.3", true);
    AudioFiles.write(
        file,
        Watermarker.embed(AudioFiles.read(Path.of("assets/reference/linda.wav"))),
        FileLabels.NONE.sealed(seal));
    assertThat(model.receive(List.of(file))).isTrue();
    assertThat(told())
        .startsWith("Signed, and nothing was changed since.")
        .anyMatch(line -> line.endsWith("with the key of your own Myna."))
        .contains("It says: synthetic, made by a trained model.")
        .endsWith("In the sound is the watermark of Myna’s synthetic speech.");
    byte[] bytes = Files.readAllBytes(file);
    bytes[5000] ^= 1;
    Files.write(file, bytes);
    model.receive(List.of(file));
    assertThat(told())
        .startsWith(
            "Signed, but it is not any more what was signed.",
            "The file was changed after it was signed.");
    model.receive(List.of(clip("anna.wav")));
    assertThat(told()).startsWith("Not signed: there is no manifest in the file or beside it.");
    model.draft().begin(null);
    model.toggleRecording("Recording");
    assertThat(model.draft().originProperty().get()).isEmpty();
  }

  private List<String> told() {
    return model
        .draft()
        .originProperty()
        .get()
        .orElseThrow()
        .sentences(Messages.of(Locale.ENGLISH));
  }

  @Test
  void consentIsSpokenForTheClip() {
    model.addClip(null);
    model.draft().read(clip("anna.wav"));
    String asked = model.consent().askedProperty().get().text();
    assertThat(asked).startsWith("This voice is called Anna, and on February 3, 2026 I allow");
    model.consent().ask();
    assertThat(model.consent().askedProperty().get().text()).isNotEqualTo(asked);
    model.draft().nameProperty().set("Bo");
    model.consent().toggle();
    assertThat(notices).containsExactly(Notice.success("consent.heard"));
    model.draft().trimFrom(2);
    assertThat(model.draft().spokenProperty().get()).as("of another clip").isEmpty();
    model.consent().toggle();
    model.draft().consentProperty().set(Consent.Kind.PERMISSION);
    model.saveDraft();
    Consent consent = model.voices().getFirst().consent();
    assertThat(consent.spoken().orElseThrow().sentence())
        .startsWith("This voice is called Bo, and on February 3, 2026 I allow");
    assertThat(consent.spoken().orElseThrow().date()).isEqualTo(LocalDate.of(2026, 2, 3));
  }

  @Test
  void whatIsNoConsentIsTold() {
    model.addClip(null);
    model.draft().read(clip("anna.wav"));
    model.draft().nameProperty().set("Quokka");
    model.consent().toggle();
    assertThat(notices).containsExactly(Notice.warning("consent.refused.OTHER_WORDS"));
    assertThat(model.draft().spokenProperty().get()).isEmpty();
  }

  @Test
  void theHandlesKeepASecondBetweenThem() {
    model.addClip(null);
    ClipDraft draft = model.draft();
    draft.read(clip("anna.wav"));
    draft.trimFrom(100);
    assertThat(draft.toProperty().get() - draft.fromProperty().get())
        .isGreaterThanOrEqualTo(ClipDraft.LEAST_SECONDS - 1e-9);
    draft.trimTo(-5);
    assertThat(draft.toProperty().get()).isGreaterThan(draft.fromProperty().get());
    draft.trimFrom(-3);
    assertThat(draft.fromProperty().get()).isZero();
  }

  @Test
  void onlyWhatLiesBetweenTheHandlesIsSaved() {
    model.addClip(null);
    model.draft().read(clip("anna.wav"));
    model.draft().trimFrom(2);
    model.draft().trimTo(6);
    model.draft().consentProperty().set(Consent.Kind.PERMISSION);
    model.saveDraft();
    assertThat(model.voices().getFirst().seconds()).isBetween(3.99, 4.01);
  }

  @Test
  void aRecordingBecomesADraft() {
    model.addClip(null);
    model.toggleRecording("Recording");
    assertThat(model.draft().recordingProperty().get().source()).isEqualTo("Recording");
    assertThat(model.draft().nameProperty().get()).isEmpty();
  }

  @Test
  void aTextFileIsNoClip() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.wav"), "Dear Anna");
    model.addClip(null);
    model.draft().read(file);
    assertThat(model.draft().recordingProperty().get()).isNull();
    assertThat(model.draft().busyProperty().get()).isFalse();
    assertThat(notices).hasSize(1).allMatch(notice -> notice.kind() == Notice.Kind.ERROR);
  }

  @Test
  void anotherClipGoesToTheSameVoice() {
    Voice voice = save("Anna");
    model.addClip(voice);
    model.draft().read(clip("more.wav"));
    assertThat(model.draft().readyProperty().get()).isTrue();
    model.saveDraft();
    assertThat(model.voices()).hasSize(1);
    assertThat(model.voices().getFirst().clips()).hasSize(2);
    model.removeClip(model.voices().getFirst(), model.voices().getFirst().clips().getFirst());
    assertThat(model.voices().getFirst().clips()).hasSize(1);
  }

  @Test
  void renamesDescribesAndColours() {
    model.rename(save("Anna"), " Berta ");
    model.describe(model.selectedProperty().get(), "read in May");
    model.colour(model.selectedProperty().get(), "#e45756");
    Voice voice = model.voices().getFirst();
    assertThat(voice.name()).isEqualTo("Berta");
    assertThat(voice.profile()).isEqualTo(new Voice.Profile("read in May", "#e45756"));
  }

  @Test
  void aNameThatIsTakenIsTold() {
    save("Anna");
    Voice berta = save("Berta");
    notices.clear();
    model.rename(berta, "anna");
    assertThat(notices).containsExactly(Notice.error("failure.voice.NAME_TAKEN"));
    assertThat(model.voices()).extracting(Voice::name).containsExactly("Anna", "Berta");
  }

  @Test
  void copiesAreNumbered() {
    Voice voice = save("Anna");
    model.duplicate(voice, "Copy of Anna");
    model.duplicate(voice, "Copy of Anna");
    assertThat(model.voices())
        .extracting(Voice::name)
        .containsExactly("Anna", "Copy of Anna", "Copy of Anna 2");
  }

  @Test
  void aDeletedVoiceIsReallyGone() throws IOException {
    save("Anna");
    Voice berta = save("Berta");
    model.delete(berta);
    assertThat(model.selectedProperty().get().name()).isEqualTo("Anna");
    try (Stream<Path> files = Files.walk(folder.resolve("voices"))) {
      assertThat(files.filter(file -> file.toString().contains(berta.id()))).isEmpty();
    }
  }

  @Test
  void whatIsExportedCanBeImported() {
    Voice voice = save("Anna");
    Path file = folder.resolve("anna.mynavoice");
    model.exportTo(voice, file);
    model.delete(voice);
    assertThat(model.receive(List.of(file))).isTrue();
    assertThat(model.voices()).extracting(Voice::name).containsExactly("Anna");
    assertThat(notices).contains(Notice.success("voices.imported", "Anna"));
  }

  @Test
  void abrokenVoiceFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.mynavoice"), "PK this is no archive");
    model.importFrom(List.of(file));
    assertThat(notices).containsExactly(Notice.error("failure.voice.DAMAGED"));
    assertThat(model.voices()).isEmpty();
  }

  @Test
  void theSearchLooksAtNamesAndNotes() {
    save("Anna");
    model.describe(save("Berta"), "reads like Anna's aunt");
    save("Carl");
    model.filterProperty().set("ANNA");
    assertThat(model.shown()).extracting(Voice::name).containsExactly("Anna", "Berta");
    model.filterProperty().set("");
    assertThat(model.shown()).hasSize(3);
  }

  @Test
  void aDroppedSoundBeginsAVoice() {
    assertThat(model.receive(List.of(clip("carl.wav")))).isTrue();
    assertThat(model.modeProperty().get()).isEqualTo(Mode.NEW_CLIP);
    assertThat(model.draft().nameProperty().get()).isEqualTo("Carl");
    assertThat(model.receive(List.of(folder.resolve("book.epub")))).isFalse();
  }

  @Test
  void anUnsavedClipStandsInTheWayOfClosing() {
    assertThat(model.objection()).isEmpty();
    model.receive(List.of(clip("carl.wav")));
    assertThat(model.objection()).isEqualTo(Optional.of("voices.objection.unsaved"));
    model.leaveDraft();
    assertThat(model.objection()).isEmpty();
  }

  @Test
  void theSampleVoicesCanBeTaken() {
    model.addSamples();
    assertThat(model.voices()).extracting(Voice::name).contains("Kathleen", "Linda");
  }

  @Test
  void aClipIsPlayed() {
    Voice voice = save("Anna");
    model.playClip(voice, voice.clips().getFirst());
    assertThat(loudspeaker.secondsPlayed()).isGreaterThan(5);
  }

  @Test
  void aPreviewIsSpoken() {
    model.preview().toggle(save("Anna"), "Good morning. This is not spoken.");
    assertThat(loudspeaker.secondsPlayed()).isBetween(0.7, 1.0);
    model.preview().toggle(model.selectedProperty().get(), " … ");
    assertThat(notices).last().isEqualTo(Notice.error("failure.speech.NOTHING_TO_SAY"));
  }

  private Voice save(String name) {
    model.addClip(null);
    model.draft().read(clip(name + ".wav"));
    model.draft().nameProperty().set(name);
    model.draft().consentProperty().set(Consent.Kind.MINE);
    model.saveDraft();
    return model.voices().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  /** Speech between 0.8 and 7.2 s of 8 s. */
  private Path clip(String name) {
    float[] samples = new float[8 * 16_000];
    float[] speech = Sounds.speech(6.4, name.hashCode()).samples();
    System.arraycopy(speech, 0, samples, (int) (0.8 * 16_000), speech.length);
    Path file = folder.resolve(name);
    try {
      AudioFiles.write(file, new myna.audio.Audio(samples, 16_000));
    } catch (AudioException e) {
      throw new AssertionError(e);
    }
    return file;
  }
}
