package myna.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.audio.Signals;
import myna.onnx.PackException;
import myna.speech.take.DurationsTest;
import myna.voice.Consent;
import myna.voice.ProtectedVoices;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceException.Reason;
import myna.voice.VoiceLibrary;
import myna.voice.Voiceprint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever way a voice comes in, none of the list does. */
class ProtectedVoicesGateTest {
  private static final Consent MINE = new Consent(Consent.Kind.MINE, LocalDate.of(2026, 1, 1));
  private static final Recording ADA = new Recording("a.wav", Signals.speech(1, 120, 4, 16000));
  private static final Recording BO = new Recording("b.wav", Signals.speech(2, 200, 5, 16000));

  @TempDir private Path folder;
  private ProtectedVoices list;
  private VoiceLibrary library;
  private String network = "net";

  @BeforeEach
  void protectAda() throws Exception {
    list = ProtectedVoices.of(folder);
    list.protect("the singer", print(ADA.audio()));
    library = library(this::pack);
  }

  private VoiceLibrary library(Leases leases) {
    return new VoiceLibrary(folder.resolve("voices"), new ProtectedVoicesGate(list, leases));
  }

  /** A pack that tells two voices apart: by how long their clips are. */
  private PackLease pack() {
    return (PackLease)
        Proxy.newProxyInstance(
            PackLease.class.getClassLoader(),
            new Class<?>[] {PackLease.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "voiceprint" ->
                      Optional.of(print((Audio) ((List<?>) arguments[0]).getLast()));
                  case "format" -> DurationsTest.FORMAT;
                  default -> null;
                });
  }

  private Voiceprint print(Audio clip) {
    return new Voiceprint(network, clip.seconds() < 4.5 ? new float[] {1, 0} : new float[] {0, 1});
  }

  @Test
  void noNewVoiceIsLikeOneOfTheList() throws Exception {
    assertRefused("this voice may not be cloned: it is like ", () -> create("Ada", ADA));
    assertThat(create("Bo", BO).name()).isEqualTo("Bo");
    assertRefused("(the singer) of the", () -> library.addClip(library.get("Bo"), ADA));
    Path file = folder.resolve("ada.mynavoice");
    VoiceLibrary open = new VoiceLibrary(folder.resolve("open"));
    open.exportTo(open.create("Ada", MINE, List.of(ADA)), file);
    assertRefused("may not be cloned", () -> library.importFrom(file));
    assertThat(library.list().voices()).hasSize(1);
    assertThat(library.get("Bo").clips()).hasSize(1);
    list.remove(list.list().getFirst().id());
    assertThat(create("Ada", ADA).name()).isEqualTo("Ada");
  }

  @Test
  void aVoiceOfFilesPassesTheSameGate() throws Exception {
    VoiceLibrary.Gate gate = new ProtectedVoicesGate(list, this::pack);
    assertThatThrownBy(() -> VoiceSource.of(List.of(ADA.audio())).guardedBy(gate).clips())
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("may not be cloned");
    VoiceSource bo = VoiceSource.of(List.of(BO.audio()));
    assertThat(bo.guardedBy(gate).clips()).containsExactly(BO.audio());
    assertThat(bo.guardedBy(gate).fingerprint()).isEqualTo(bo.fingerprint());
  }

  @Test
  void whatCannotBeToldDoesNotComeIn() throws Exception {
    network = "another";
    assertRefused("was made by another pack", () -> create("Bo", BO));
    library =
        library(
            () -> {
              throw EngineException.of(
                  new PackException(PackException.Reason.MISSING, "there is no pack"));
            });
    assertRefused("cannot be told: there is no pack", () -> create("Bo", BO));
    list.remove(list.list().getFirst().id());
    assertThatCode(() -> create("Bo", BO)).as("without a list, no pack").doesNotThrowAnyException();
  }

  @Test
  void aListIsHandedOn() throws Exception {
    Path file = folder.resolve("list.json");
    list.exportTo(file);
    ProtectedVoices other = ProtectedVoices.of(folder.resolve("other"));
    assertThat(other.list()).isEmpty();
    assertThat(other.importFrom(file)).isEqualTo(1);
    assertThat(other.importFrom(file)).isZero();
    assertThat(other.list()).isEqualTo(list.list());
    assertThatThrownBy(() -> other.remove("0123456789abcdef")).hasMessageContaining("has the id");
    String good = Files.readString(file);
    for (String bad :
        List.of(
            "",
            "[]",
            good.replace("\"version\" : 1", "\"version\" : 2"),
            good.replace("\"label\"", "\"name\""),
            good.replace("the singer", "the\\nsinger"),
            good.replaceAll("\\[ [0-9., ]+ \\]", "[ 0.0, 0.0 ]"),
            good.replaceAll("\\[ [0-9., ]+ \\]", "null"))) {
      Files.writeString(file, bad);
      assertThatThrownBy(() -> other.importFrom(file))
          .as(bad)
          .isInstanceOfSatisfying(
              VoiceException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
          .hasMessageContaining("is no list of protected voices")
          .hasMessageNotContaining("\n");
    }
    assertThat(other.list()).isEqualTo(list.list());
    assertThatThrownBy(() -> other.importFrom(folder.resolve("absent")))
        .hasMessageContaining("there is no file");
  }

  private Voice create(String name, Recording clip) throws VoiceException {
    return library.create(name, MINE, List.of(clip));
  }

  private static void assertRefused(
      String why, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            VoiceException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PROTECTED))
        .hasMessageContaining(why);
  }
}
