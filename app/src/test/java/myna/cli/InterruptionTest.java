package myna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.faults.Java;
import myna.onnx.pack.Packs;
import myna.speech.reference.ReferenceClipTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C leaves a line, also where output goes into a file, and no unfinished files. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class InterruptionTest {
  private static final int SENTENCES = 3000;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws AudioException, IOException {
    AudioFiles.write(folder.resolve("ruth.wav"), ReferenceClipTest.clip(0.3, 3, 16_000));
  }

  @Test
  void endsADubbing() throws IOException, InterruptedException {
    StringBuilder cues = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      String time = "%02d:%02d:%02d".formatted(i / 3600, i / 60 % 60, i % 60);
      cues.append("%d\n%s,000 --> %s,900\nSomebody left.\n\n".formatted(i + 1, time, time));
    }
    Path film = Files.writeString(folder.resolve("film.srt"), cues);
    assertThat(interrupted("dub", film, "out.wav", ".part")).contains("myna: stopped");
    assertThat(left(".part")).isEmpty();
    assertThat(folder.resolve("out.wav")).doesNotExist();
  }

  @Test
  void endsANarration() throws IOException, InterruptedException {
    Path book = Files.writeString(folder.resolve("book.txt"), "Nobody came. ".repeat(SENTENCES));
    assertThat(interrupted("narrate", book, "out.m4b", ".flac")).contains("myna: stopped");
    assertThat(left(".part")).isEmpty();
  }

  /** What a command said that was interrupted once a file of this ending was there. */
  private String interrupted(String command, Path source, String output, String ending)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(command, source.toString()));
    arguments.addAll(List.of("--reference", folder.resolve("ruth.wav").toString()));
    arguments.addAll(List.of("--pack", Packs.TINY.toAbsolutePath().toString(), "--steps", "2"));
    arguments.addAll(List.of("--output", folder.resolve(output).toString()));
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder = Java.command(List.of(), "myna.Main", arguments.toArray(String[]::new));
    builder.environment().put("MYNA_HOME", folder.resolve("home").toString());
    Process process = builder.redirectOutput(said.toFile()).start();
    while (process.isAlive() && !isFilled(left(ending))) {
      Thread.sleep(20);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(said);
  }

  /** Whether the first file is; one that was renamed since it was found is looked for again. */
  private static boolean isFilled(List<Path> files) {
    return !files.isEmpty() && files.getFirst().toFile().length() > 10_000;
  }

  private List<Path> left(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
