package myna.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static myna.voice.VoiceLibraryTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import myna.audio.Signals;
import myna.voice.VoiceException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceArchiveTest {
  @TempDir private Path folder;
  private VoiceLibrary library;
  private VoiceLibrary other;
  private Path good;
  private Map<String, byte[]> entries;

  @BeforeEach
  void export() throws Exception {
    library = new VoiceLibrary(folder.resolve("voices"));
    other = new VoiceLibrary(folder.resolve("other"));
    good = folder.resolve("ada.mynavoice");
    Consent consent = new Consent(Consent.Kind.PERMISSION, LocalDate.of(2025, 3, 1));
    Voice voice =
        library.create(
            "Ada",
            consent,
            List.of(
                new Recording("a.wav", Signals.speech(1, 120, 3, 16000)),
                new Recording("b.wav", Signals.speech(2, 120, 2, 8000))));
    library.exportTo(voice, good);
    entries = unzip(good);
  }

  @Test
  void aVoiceComesBackAsItWas() throws Exception {
    Voice original = library.get("Ada");
    Voice imported = other.importFrom(good);
    assertThat(imported).isEqualTo(original.withId(imported.id()));
    assertThat(other.get("Ada")).isEqualTo(imported);
    assertThat(other.read(imported)).isEqualTo(library.read(original));
    Path again = folder.resolve("again.mynavoice");
    library.exportTo(original, again);
    assertThat(again).hasSameBinaryContentAs(good);
  }

  @Test
  void aTakenNameGetsANumber() throws Exception {
    assertThat(library.importFrom(good).name()).isEqualTo("Ada 2");
    assertThat(library.importFrom(good).name()).isEqualTo("Ada 3");
  }

  @Test
  void refusesWhatIsNoVoice() throws Exception {
    refused(Files.writeString(folder.resolve("text"), "no archive"), Reason.DAMAGED);
    refused(Files.createFile(folder.resolve("empty")), Reason.DAMAGED);
    refused(folder.resolve("absent"), Reason.NOT_FOUND);
    refused(folder, Reason.NOT_FOUND);
    refused(zip(Map.of()), Reason.DAMAGED);
    refused(zip(Map.of("voice.json", "{}".getBytes(UTF_8))), Reason.DAMAGED);
    byte[] bytes = Files.readAllBytes(good);
    Path cut = folder.resolve("cut");
    for (int share = 1; share < 10; share++) {
      Files.write(cut, Arrays.copyOf(bytes, bytes.length * share / 10));
      refused(cut, Reason.DAMAGED);
    }
  }

  @Test
  void refusesPathsThatLeadElsewhere() throws Exception {
    for (String name :
        new String[] {
          "../evil.wav", "/evil.wav", "..\\evil.wav", "sub/clip-001.wav", "clip-9.wav"
        }) {
      Map<String, byte[]> more = new LinkedHashMap<>(entries);
      more.put(name, new byte[10]);
      refused(zip(more), Reason.DAMAGED);
      Map<String, byte[]> renamed = new LinkedHashMap<>(entries);
      renamed.put("voice.json", replace("clip-001.wav", name.replace("\\", "\\\\")));
      renamed.put(name, entries.get("clip-001.wav"));
      refused(zip(renamed), Reason.DAMAGED);
    }
    assertThat(folder.resolve("evil.wav")).doesNotExist();
  }

  @Test
  void refusesLies() throws Exception {
    String[][] lies = {
      {"\"version\" : 2", "\"version\" : 3"},
      {"\"spoken\" : null", "\"spoken\" : 1"},
      {"\"myna-voice\"", "\"mynah-voice\""},
      {"\"name\" : \"Ada\"", "\"name\" : \"\""},
      {"\"name\" : \"Ada\"", "\"name\" : null"},
      {"\"name\" : \"Ada\"", "\"name\" : 7"},
      {"\"name\" : \"Ada\"", "\"name\" : \"Ada\", \"name\" : \"Bo\""},
      {"\"name\" : \"Ada\"", "\"name\" : \"Ada\", \"run\" : \"me\""},
      {"\"kind\" : \"PERMISSION\"", "\"kind\" : \"NONE\""},
      {"\"date\" : \"2025-03-01\"", "\"date\" : \"soon\""},
      {"\"sampleRate\" : 16000", "\"sampleRate\" : 16001"},
      {"\"samples\" : 48000", "\"samples\" : 48001"},
      {"clip-002.wav", "clip-001.wav"},
      {"clip-002.wav", "clip-003.wav"},
    };
    for (String[] lie : lies) {
      Map<String, byte[]> changed = new LinkedHashMap<>(entries);
      changed.put("voice.json", replace(lie[0], lie[1]));
      refused(zip(changed), Reason.DAMAGED);
    }
    Map<String, byte[]> flipped = new LinkedHashMap<>(entries);
    byte[] clip = entries.get("clip-001.wav").clone();
    clip[1000] ^= 1;
    flipped.put("clip-001.wav", clip);
    refused(zip(flipped), Reason.DAMAGED);
    Map<String, byte[]> lacking = new LinkedHashMap<>(entries);
    lacking.remove("clip-002.wav");
    refused(zip(lacking), Reason.DAMAGED);
  }

  @Test
  void refusesBombs() throws Exception {
    Map<String, byte[]> clip = new LinkedHashMap<>(entries);
    clip.put("clip-001.wav", new byte[30 << 20]);
    refused(zip(clip), Reason.TOO_LARGE);
    Map<String, byte[]> manifest = new LinkedHashMap<>(entries);
    manifest.put("voice.json", " ".repeat(1 << 20).getBytes(UTF_8));
    refused(zip(manifest), Reason.TOO_LARGE);
    Map<String, byte[]> many = new LinkedHashMap<>(entries);
    for (int i = 0; i < 1000; i++) {
      many.put("file" + i, new byte[0]);
    }
    refused(zip(many), Reason.DAMAGED);
  }

  /** Whatever bytes a file has, it is imported as it was or refused, and nothing is left. */
  @Test
  void survivesAnyDamage() throws Exception {
    byte[] bytes = Files.readAllBytes(good);
    Random random = new Random(17);
    Path file = folder.resolve("damaged");
    for (int i = 0; i < 150; i++) {
      byte[] damaged = bytes.clone();
      for (int h = random.nextInt(1, 8); h > 0; h--) {
        int edge = random.nextBoolean() ? 400 : damaged.length;
        int place = random.nextInt(edge);
        damaged[random.nextBoolean() ? place : damaged.length - 1 - place] =
            (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        other.delete(other.importFrom(file));
      } catch (VoiceException e) {
        assertThat(e.getMessage()).isNotBlank().hasLineCount(1);
      }
    }
    assertNothingWritten();
  }

  private void refused(Path file, Reason reason) {
    assertRefused(() -> other.importFrom(file), reason);
    assertNothingWritten();
  }

  private void assertNothingWritten() {
    assertThat(folder.resolve("other").toFile().list()).containsExactly(".lock");
  }

  private byte[] replace(String what, String with) {
    String json = new String(entries.get("voice.json"), UTF_8);
    assertThat(json).contains(what);
    return json.replace(what, with).getBytes(UTF_8);
  }

  private Path zip(Map<String, byte[]> content) throws IOException {
    Path file = folder.resolve("made.mynavoice");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return file;
  }

  private static Map<String, byte[]> unzip(Path file) throws IOException {
    Map<String, byte[]> content = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        content.put(entry.getName(), zip.readAllBytes());
      }
    }
    return content;
  }
}
