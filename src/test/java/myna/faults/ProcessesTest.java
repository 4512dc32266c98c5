package myna.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.ui.history.HistoryLog;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes at once, and one that dies; with {@code -Dmyna.heavy} fifty that die. */
@Timeout(600)
class ProcessesTest {
  private static final int KILLS = Boolean.getBoolean("myna.heavy") ? 50 : 4;
  private static final int TIMES = 6;

  @TempDir private Path folder;

  @Test
  void whatAKilledProcessWroteIsTheOldOrTheNew()
      throws IOException, InterruptedException, AudioException, VoiceException {
    Random random = new Random(5);
    Path wave = folder.resolve("out.wav");
    Path flac = folder.resolve("out.flac");
    Set<String> whole = Set.of(written(0, "wav"), written(1, "wav"));
    Set<String> wholeFlac = Set.of(written(0, "flac"), written(1, "flac"));
    VoiceLibrary library = new VoiceLibrary(folder.resolve("voices"));
    HistoryLog history = new HistoryLog(folder.resolve("history.jsonl"));
    int entries = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = FaultChild.start("forever", folder.toString());
      try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
        assertThat(out.readLine()).isEqualTo("ready");
        assertThat(out.readLine()).isEqualTo("turn 0");
        Thread.sleep(random.nextInt(200));
      } finally {
        child.destroyForcibly().waitFor();
      }
      assertThat(!Files.exists(wave) || whole.contains(hex(wave))).isTrue();
      assertThat(!Files.exists(flac) || wholeFlac.contains(hex(flac))).isTrue();
      assertThat(library.list().problems()).isEmpty();
      assertThat(library.list().voices()).hasSizeLessThanOrEqualTo(kill + 1);
      assertThat(history.read()).hasSizeGreaterThanOrEqualTo(entries);
      entries = history.read().size();
    }
    assertThat(entries).isPositive();
    FaultChild.share(folder, "after", 1);
    assertThat(library.list().voices()).extracting(Voice::name).contains("after 0");
    try (var left = Files.list(folder.resolve("voices"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".passing"));
    }
  }

  @Test
  void twoProcessesShareALibraryAndAHistory()
      throws IOException, InterruptedException, VoiceException {
    Process child = FaultChild.start("share", folder.toString(), Integer.toString(TIMES));
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("ready");
      FaultChild.share(folder, "parent", TIMES);
      assertThat(out.lines().toList()).isEqualTo(List.of("done"));
    } finally {
      child.destroyForcibly().waitFor();
    }
    VoiceLibrary.Listing listing = new VoiceLibrary(folder.resolve("voices")).list();
    assertThat(listing.problems()).isEmpty();
    assertThat(listing.voices()).hasSize(2 * TIMES);
    assertThat(new HistoryLog(folder.resolve("history.jsonl")).read()).hasSize(2 * TIMES);
  }

  private String written(int turn, String format) throws IOException, AudioException {
    Audio sound = FaultChild.sound(turn);
    Path file = folder.resolve("expected-" + turn + "." + format);
    AudioFiles.write(file, sound);
    return hex(file);
  }

  private static String hex(Path file) throws IOException {
    return HexFormat.of().formatHex(Files.readAllBytes(file));
  }
}
