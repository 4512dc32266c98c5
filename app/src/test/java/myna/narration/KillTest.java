package myna.narration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A narration that is killed again and again ends as one that never was. Few kills in the everyday
 * tests, fifty with {@code -Dmyna.heavy}.
 */
class KillTest {
  private static final int KILLS = Boolean.getBoolean("myna.heavy") ? 50 : 4;
  private static final int EXPORT_KILLS = Math.max(1, KILLS / 10);
  private static final int SENTENCES = Math.max(60, 4 * KILLS);

  @TempDir private Path temporary;

  private static final int SENTENCE_MILLIS = 60;

  @Test
  void endsAsIfItHadNeverBeenKilled() throws IOException, InterruptedException {
    Path book = book();
    Path whole = temporary.resolve("whole.m4b");
    ChildProcess undisturbed =
        ChildProcess.start(List.of(), book, temporary.resolve("whole.myna"), whole, 0);
    assertThat(undisturbed.await("peak")).isNotEmpty();
    Path output = temporary.resolve("killed.m4b");
    Path project = temporary.resolve("killed.myna");
    Random random = new Random(KILLS);
    Map<Path, String> finished = new HashMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      String phase = random.nextInt(5) == 0 ? "ready" : "made";
      int sentences = phase.equals("made") ? random.nextInt(3) : 0;
      killAt(phase, sentences, random.nextInt(3 * SENTENCE_MILLIS), book, project);
      assertThat(Files.exists(output)).isFalse();
      checkFinishedStay(project, finished);
    }
    assertThat(finished).hasSizeBetween(KILLS / 2, SENTENCES);
    for (int kill = 0; kill < EXPORT_KILLS; kill++) {
      ChildProcess child = ChildProcess.start(List.of(), book, project, output, 0);
      child.await("exporting");
      Thread.sleep(random.nextInt(100));
      child.kill();
      assertThat(!Files.exists(output) || Files.mismatch(whole, output) == -1).isTrue();
      checkFinishedStay(project, finished);
    }
    ChildProcess last = ChildProcess.start(List.of(), book, project, output, 0);
    assertThat(last.await("peak")).isNotEmpty();
    checkFinishedStay(project, finished);
    assertThat(Files.mismatch(whole, output)).isEqualTo(-1);
    assertThat(leftovers()).isEmpty();
  }

  /** Kills a narration at its start, or so many milliseconds after it made some sentences. */
  private void killAt(String phase, int sentences, int millis, Path book, Path project)
      throws IOException, InterruptedException {
    Path output = temporary.resolve("killed.m4b");
    ChildProcess child = ChildProcess.start(List.of(), book, project, output, SENTENCE_MILLIS);
    for (int i = 0; i <= sentences; i++) {
      child.await(phase);
    }
    Thread.sleep(millis);
    child.kill();
  }

  /** A finished take is never made again: its file stays the very same. */
  private static void checkFinishedStay(Path project, Map<Path, String> finished)
      throws IOException {
    Path takes = project.resolve("takes");
    if (!Files.isDirectory(takes)) {
      return;
    }
    try (Stream<Path> files = Files.walk(takes)) {
      for (Path file : files.filter(KillTest::isTake).toList()) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String identity = attributes.fileKey() + " " + attributes.lastModifiedTime();
        assertThat(finished.getOrDefault(file, identity)).isEqualTo(identity);
        finished.put(file, identity);
      }
    }
  }

  private static boolean isTake(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".flac") && !name.startsWith(".");
  }

  /** Parts of files that killed processes left, and that the last one swept. */
  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.filter(file -> file.toString().contains(".part")).toList();
    }
  }

  private Path book() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      text.append(i % 20 == 0 ? "\n\nCHAPTER " + (i / 20 + 1) + "\n\n\n" : "");
      text.append("This is sentence number ").append(i).append(".\n");
      text.append(i % 3 == 2 ? "\n" : "");
    }
    return Files.writeString(temporary.resolve("book.txt"), text);
  }
}
