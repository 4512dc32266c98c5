package myna.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The text of a command: an option, a file, or standard input. */
final class TextSource {
  @Option(names = "--text", paramLabel = "TEXT", description = "The text to speak.")
  private String text;

  @Option(
      names = "--text-file",
      paramLabel = "FILE",
      description = "A file with the text, in UTF-8; without either option, standard input.")
  private Path file;

  /** Reads it. */
  String read() throws IOException {
    if (text != null) {
      return text;
    }
    byte[] bytes = file == null ? System.in.readAllBytes() : Files.readAllBytes(file);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      String what = file == null ? "standard input" : file.toString();
      throw new IOException(what + " is not text in UTF-8", e);
    }
  }
}
