package myna.server.dispatcher;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a module is told by its file: lines of a name and a value in quotes, as in all files of
 * speech-dispatcher.
 *
 * @param server that speaks, on this machine
 * @param voice the name of the one that speaks where a client names none
 */
public record ModuleConfig(URI server, Optional<String> voice) {
  /** At the usual place, with the first voice. */
  public static final ModuleConfig USUAL =
      new ModuleConfig(URI.create("http://127.0.0.1:8765"), Optional.empty());

  /**
   * Checks the address.
   *
   * @throws IllegalArgumentException if it is none of this machine
   */
  public ModuleConfig {
    boolean local = "127.0.0.1".equals(server.getHost()) || "localhost".equals(server.getHost());
    if (!local || server.getPort() < 0) {
      throw new IllegalArgumentException("\"" + server + "\" is no address of this machine");
    }
  }

  /**
   * Reads a file, which need not be there.
   *
   * @throws IOException if it cannot be read or understood
   */
  public static ModuleConfig read(Path file) throws IOException {
    ModuleConfig config = USUAL;
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        try {
          config = config.with(line.strip());
        } catch (IllegalArgumentException e) {
          throw new IOException(file + ": " + e.getMessage(), e);
        }
      }
    }
    return config;
  }

  private ModuleConfig with(String line) {
    String[] parts = line.split("\\s+", 2);
    String value = parts.length == 2 ? parts[1].replaceAll("^\"|\"$", "") : "";
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "server" -> new ModuleConfig(URI.create(value), voice);
      case "voice" -> new ModuleConfig(server, Optional.of(value).filter(v -> !v.isEmpty()));
      default -> this;
    };
  }

  /** The file's text. */
  String text() {
    String named = voice.map(name -> "Voice \"" + name + "\"").orElse("#Voice \"NAME\"");
    return """
    # Myna as a module of speech-dispatcher.
    # The server of this machine that speaks; it is started where it is not there.
    Server "%s"
    # The voice that speaks where a program names none; otherwise the first of the library does.
    %s
    """
        .formatted(server, named);
  }
}
