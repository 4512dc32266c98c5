package myna.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import myna.files.AtomicFile;
import myna.voice.VoiceException.Reason;

/**
 * What a model gained by adapting to a voice: bytes in the voice's folder, which only the model
 * understands.
 */
final class AdaptedFile {
  /** The file's name. */
  static final String NAME = "adapted.bin";

  /** The most bytes that there can be. */
  static final int MOST_BYTES = 4 << 20;

  private AdaptedFile() {}

  static Optional<byte[]> read(Path voice) throws IOException, VoiceException {
    Path file = voice.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new VoiceException(Reason.TOO_LARGE, file + " is larger than it can be");
    }
    return Optional.of(Files.readAllBytes(file));
  }

  static void check(byte[] adapted) throws VoiceException {
    if (adapted.length > MOST_BYTES) {
      throw new VoiceException(Reason.TOO_LARGE, "an adapted voice has 4 MB at most");
    }
  }

  static void write(Path voice, byte[] adapted) throws IOException {
    AtomicFile.write(voice.resolve(NAME), part -> Files.write(part, adapted));
  }

  static void remove(Path voice) throws IOException {
    Files.deleteIfExists(voice.resolve(NAME));
  }

  static void copy(Path from, Path to) throws IOException {
    if (Files.exists(from.resolve(NAME))) {
      Files.copy(from.resolve(NAME), to.resolve(NAME));
    }
  }
}
