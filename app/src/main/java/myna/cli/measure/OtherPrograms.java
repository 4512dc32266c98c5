package myna.cli.measure;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.cli.Json;

/**
 * Times other speech programs that are installed here, from the start of the process to the file.
 */
final class OtherPrograms {
  private static final long LONGEST_SECONDS = 120;

  private final Path folder;

  /**
   * Programs.
   *
   * @param folder for what they write
   */
  OtherPrograms(Path folder) {
    this.folder = folder;
  }

  /**
   * What a program took.
   *
   * @param program its name
   * @param words in the text
   * @param millis from start to file, the least of three
   * @param realTimeFactor the same over the length of the file
   */
  record Row(String program, int words, double millis, double realTimeFactor) {}

  /** Those that are installed, each with the words of its command line. */
  private List<List<String>> commands(String text) throws IOException {
    String to = folder.resolve("other.wav").toString();
    Path file = Files.writeString(folder.resolve("text.txt"), text);
    return List.of(
        List.of("espeak-ng", "-w", to, text),
        List.of("flite", "-t", text, "-o", to),
        List.of("text2wave", file.toString(), "-o", to), // festival
        List.of("pico2wave", "-w", to, text));
  }

  /** Times all of them; what is not installed, or fails, is left out. */
  List<Row> time(int words, String text) throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (List<String> command : commands(text)) {
      if (isInstalled(command.getFirst())) {
        time(command.getFirst(), words, command).ifPresent(rows::add);
      }
    }
    return rows;
  }

  /** Times this program, as a process of its own that speaks with the same options. */
  Optional<Row> timeOwn(int words, List<String> arguments)
      throws IOException, InterruptedException {
    Optional<String> java = ProcessHandle.current().info().command();
    if (java.isEmpty()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of(java.get()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("myna.Main", "speak"));
    command.addAll(arguments);
    command.addAll(List.of("--output", folder.resolve("other.wav").toString()));
    return time("myna speak", words, command);
  }

  private Optional<Row> time(String name, int words, List<String> command)
      throws IOException, InterruptedException {
    Path file = folder.resolve("other.wav");
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      Files.deleteIfExists(file);
      long start = System.nanoTime();
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      Process process = builder.start();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
      }
      least = Math.min(least, (System.nanoTime() - start) / 1e6);
    }
    try {
      double seconds = AudioFiles.read(file).seconds();
      return Optional.of(
          new Row(name, words, Json.rounded(least), Json.rounded(least / 1e3 / seconds)));
    } catch (AudioException e) {
      return Optional.empty(); // it wrote nothing that can be read: not one to compare with
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static boolean isInstalled(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .anyMatch(entry -> !entry.isEmpty() && Files.isExecutable(Path.of(entry, program)));
  }
}
