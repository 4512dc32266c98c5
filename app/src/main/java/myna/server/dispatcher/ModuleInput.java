package myna.server.dispatcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speech-dispatcher says to a module, in lines. */
final class ModuleInput {
  /** The answer to what cannot be set. */
  static final String BAD_VALUE = "303 ERROR INVALID PARAMETER OR VALUE";

  private static final String END = ".";

  private final BufferedReader in;

  ModuleInput(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** The next line; none at the end. */
  Optional<String> line() throws IOException {
    return Optional.ofNullable(in.readLine());
  }

  private List<String> block() throws IOException {
    List<String> lines = new ArrayList<>();
    String line = in.readLine();
    while (line != null && !line.equals(END)) {
      lines.add(line);
      line = in.readLine();
    }
    return lines;
  }

  /** Settings, each {@code name=value}. */
  List<String> settings() throws IOException {
    return block();
  }

  /** A message of several lines; a dot before each that starts with one was added on the way. */
  String message() throws IOException {
    List<String> lines =
        block().stream().map(line -> line.startsWith(END) ? line.substring(1) : line).toList();
    return String.join("\n", lines);
  }
}
