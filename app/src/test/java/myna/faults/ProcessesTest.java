package myna.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

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
      assertThat(FaultChild.settings(folder).get())
          .isIn(FaultChild.settings(0), FaultChild.settings(1));
    }
    assertThat(entries).isPositive();
    FaultChild.share(folder, "after", 1);
    assertThat(library.list().voices()).extracting(Voice::name).contains("after 0");
    try (var left = Files.list(folder.resolve("voices"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".passing"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings.json", "history.jsonl"})
  void aKillBeforeTheNewFileIsInItsPlaceLeavesTheOld(String name)
      throws IOException, InterruptedException {
    Path file = folder.resolve(name);
    byte[] old;
    do {
      Process child = FaultChild.start("large", folder.toString());
      try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
        assertThat(out.readLine()).isEqualTo("ready");
        assertThat(out.readLine()).isEqualTo("turn 0");
        holdWhileWriting(child, name);
        old = Files.readAllBytes(file);
      } finally {
        child.destroyForcibly().waitFor();
      }
    } while (!isBeingWritten(name));
    assertThat(file).hasBinaryContent(old);
    assertThat(FaultChild.settings(folder).get().sound().input()).isNotEmpty();
    assertThat(folder.resolve("settings.json.bad")).doesNotExist();
    HistoryLog history = new HistoryLog(folder.resolve("history.jsonl"));
    assertThat(history.read()).hasSize(1);
    FaultChild.keep(folder, 1);
    history.add(WriteFaultsTest.entry(1));
    assertThat(FaultChild.settings(folder).get()).isEqualTo(FaultChild.settings(1));
    assertThat(history.read()).hasSize(2);
  }

  /** Stops the child where the new file is there, but not yet in its place. */
  private void holdWhileWriting(Process child, String name)
      throws IOException, InterruptedException {
    while (true) {
      while (!isBeingWritten(name)) {
        Thread.onSpinWait();
      }
      signal(child, "STOP");
      if (isBeingWritten(name)) {
        return;
      }
      signal(child, "CONT");
    }
  }

  private boolean isBeingWritten(String name) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(part -> part.startsWith("." + name) && part.endsWith(".part"));
    }
  }

  private static void signal(Process child, String signal)
      throws IOException, InterruptedException {
    try {
      Process kill = new ProcessBuilder("kill", "-" + signal, "" + child.pid()).start();
      assumeTrue(kill.waitFor() == 0, "processes cannot be stopped");
    } catch (IOException e) {
      throw new TestAbortedException("there is no program that stops a process", e);
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
