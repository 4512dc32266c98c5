package myna.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.AudioOutput;
import myna.audio.FileLabels;
import myna.audio.Seal;
import myna.provenance.Provenance.Problem;
import myna.provenance.Provenance.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are signed, changed, and read again. */
class ProvenanceTest {
  private static final int RATE = 24_000;
  private static final int LARGEST = 20_000;

  @TempDir Path folder;
  private Path key;
  private Signer signer;

  @BeforeEach
  void key() throws IOException {
    key = folder.resolve("home").resolve("signing.pem");
    signer = Signer.own(key);
  }

  private FileLabels labels(Seal seal) {
    byte[] none = new byte[0];
    return new FileLabels(Map.of("comment", "a test", "title", "Noise"), List.of(), none)
        .sealed(seal);
  }

  private Path write(String name, Seal seal) throws AudioException {
    Path file = folder.resolve(name);
    Random random = new Random(1);
    float[] samples = new float[RATE];
    for (int t = 0; t < samples.length; t++) {
      samples[t] = (float) (0.1 * random.nextGaussian());
    }
    var choices = new AudioOutput.Choices(0, labels(seal));
    try (AudioOutput out = AudioOutput.create(file, RATE, choices)) {
      out.write(samples);
      out.commit();
    }
    return file;
  }

  private Path signed(String name) throws AudioException {
    return write(name, new FileSeal(signer, "1.2", Optional.of("tiny 1"), true));
  }

  private Provenance read(Path file) throws IOException {
    return ProvenanceReader.knowing(key).read(file).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.wav", "a.mp3", "a.m4a", "a.m4b", "a.flac", "a.opus", "a.aac"})
  void aSignedFileSaysWhatItIsAndPlaysAsBefore(String name) throws Exception {
    Audio unsigned = AudioFiles.read(write("un" + name, Seal.NONE));
    long before = Files.size(folder.resolve("un" + name));
    Path file = signed(name);
    Audio read = AudioFiles.read(file);
    assertThat(read.samples()).isEqualTo(unsigned.samples());
    assertThat(AudioFiles.readTags(file))
        .isEqualTo(AudioFiles.readTags(folder.resolve("un" + name)));
    assertThat(Files.size(file) - before).isLessThan(LARGEST);

    Provenance found = read(file);
    assertThat(found.problems()).isEmpty();
    assertThat(found.state()).isEqualTo(State.INTACT);
    assertThat(found.claim().generator()).isEqualTo("Myna 1.2");
    assertThat(found.claim().isSynthetic()).isTrue();
    assertThat(found.claim().description()).contains("Speech by the model pack tiny 1");
    assertThat(found.claim().softBinding()).contains(Manifest.MARK);
    assertThat(found.claim().when().orElseThrow()).startsWith("20").endsWith("Z");
    assertThat(found.signature().orElseThrow().own()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.wav", "a.mp3", "a.m4a", "a.flac", "a.opus"})
  void oneChangedByteOfTheSoundIsTold(String name) throws Exception {
    Path file = signed(name);
    byte[] bytes = Files.readAllBytes(file);
    int middle = name.endsWith("m4a") ? indexOf(bytes, "mdat") + 2000 : bytes.length * 2 / 3;
    bytes[middle] ^= 1;
    Files.write(file, bytes);
    assertThat(read(file).problems()).containsExactly(Problem.CONTENT);
    assertThat(read(file).state()).isEqualTo(State.CHANGED);
  }

  @Test
  void whatIsAddedAtTheEndIsTold() throws Exception {
    for (String name : List.of("a.wav", "a.mp3", "a.m4a", "a.flac")) {
      Path file = signed(name);
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length + 8 + name.indexOf('.')));
      assertThat(ProvenanceReader.knowing(key).read(file).map(Provenance::state))
          .as(name)
          .isNotEqualTo(Optional.of(State.INTACT));
    }
  }

  @Test
  void aTakenAwayManifestIsNoManifest() throws Exception {
    Path file = write("plain.wav", Seal.NONE);
    assertThat(ProvenanceReader.knowing(key).read(file)).isEmpty();
  }

  @Test
  void theManifestOfAnotherFileIsTold() throws Exception {
    Path file = signed("a.opus");
    write("b.opus", new FileSeal(signer, "1.2", Optional.empty(), false));
    Random random = new Random(5);
    byte[] other = new byte[5000];
    random.nextBytes(other);
    Files.write(file, other);
    assertThat(read(file).problems()).containsExactly(Problem.CONTENT);
  }

  @Test
  void changedStatementsAndSignaturesAreTold() throws Exception {
    assertThat(changed("Speech by", "Speech of").problems()).containsExactly(Problem.ASSERTION);
    assertThat(changed("created_assertions", "created_assertionz").problems())
        .contains(Problem.SIGNATURE);
    assertThat(changed("xmp:iid:", "xmp:iix:").problems()).containsExactly(Problem.SIGNATURE);
    assertThat(changed("c2pa.soft-binding\0", "c2pa.soft-bindinx\0").problems())
        .contains(Problem.ASSERTION_MISSING, Problem.ASSERTION_ADDED);
  }

  /** A signed file of which something was replaced, wherever it stands first. */
  private Provenance changed(String old, String with) throws Exception {
    Path file = signed("changed.wav");
    byte[] bytes = Files.readAllBytes(file);
    int at = indexOf(bytes, old);
    byte[] replacement = with.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(replacement, 0, bytes, at, replacement.length);
    Files.write(file, bytes);
    return read(file);
  }

  private static int indexOf(byte[] bytes, String text) {
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    assertThat(at).as(text).isNotNegative();
    return at;
  }

  @Test
  void aForeignCertificateIsTold() throws Exception {
    Signer stranger = Signer.own(folder.resolve("stranger.pem"));
    Path file = write("a.wav", new FileSeal(stranger, "1.2", Optional.empty(), false));
    Provenance found = read(file);
    assertThat(found.state()).isEqualTo(State.INTACT);
    assertThat(found.signature().orElseThrow().own()).isFalse();
    assertThat(found.claim().softBinding()).isEmpty();
  }

  @Test
  void brokenManifestsAreRefusedAndNothingElseHappens() throws Exception {
    for (String name : List.of("a.wav", "a.mp3", "a.m4a")) {
      byte[] good = Files.readAllBytes(signed(name));
      Random random = new Random(7);
      Path file = folder.resolve("broken-" + name);
      int start = indexOf(good, "jumb");
      for (int i = 0; i < 500; i++) {
        byte[] bytes = good.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
          bytes[Math.min(bytes.length - 1, start + random.nextInt(3000))] = (byte) random.nextInt();
        }
        Files.write(file, bytes);
        ProvenanceReader.knowing(key).read(file); // whatever it says, it says it
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseMayReadTheKey() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileWithoutAKeyIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("no.pem"), "nothing");
    assertThatThrownBy(() -> Signer.of(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no key");
  }
}
