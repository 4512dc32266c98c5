package myna.narration;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import myna.faults.Java;

/** Starts {@link NarrationChild} in a Java of its own. */
final class ChildProcess {
  private final Process process;
  private final BufferedReader out;

  private ChildProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  static ChildProcess start(
      List<String> jvmOptions, Path book, Path project, Path output, int millis)
      throws IOException {
    return new ChildProcess(
        Java.command(
                jvmOptions,
                "myna.narration.NarrationChild",
                book.toString(),
                project.toString(),
                output.toString(),
                Integer.toString(millis))
            .start());
  }

  /**
   * Waits for a line that starts like this, and gives what follows; "" at the end of the output.
   */
  String await(String start) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(start)) {
        return line.substring(start.length()).strip();
      }
    }
    return "";
  }

  /** Everything else that it prints. */
  List<String> rest() {
    return out.lines().toList();
  }

  /** Ends it as a power cut would: no handler runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }
}
