package myna.voice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import myna.files.AtomicFile;
import tools.jackson.core.JacksonException;

/**
 * The sentence of consent that was asked of a voice last, in the voice's folder. It stays there: no
 * copy and no export has it.
 *
 * @param asked when
 */
record AskedFile(ConsentSentence sentence, Instant asked) {
  /** So long an answer is waited for. */
  static final Duration VALID = Duration.ofMinutes(30);

  private static final String NAME = "asked.json";
  private static final int MOST_BYTES = 4096;

  static void write(Path voice, AskedFile asked) throws IOException {
    AtomicFile.write(
        voice.resolve(NAME),
        part -> Files.writeString(part, StrictJson.write(asked), StandardCharsets.UTF_8));
  }

  /** What was asked and still is; nothing where the file is not one that was written here. */
  static Optional<ConsentSentence> read(Path voice, Instant now) throws IOException {
    Path file = voice.resolve(NAME);
    if (!Files.exists(file) || Files.size(file) > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      AskedFile asked = StrictJson.READER.readValue(Files.readAllBytes(file), AskedFile.class);
      boolean stands = !now.isBefore(asked.asked()) && now.isBefore(asked.asked().plus(VALID));
      return stands ? Optional.of(asked.sentence()) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  static void remove(Path voice) throws IOException {
    Files.deleteIfExists(voice.resolve(NAME));
  }
}
