package myna.voice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.files.AtomicFile;
import myna.voice.VoiceException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A voice as JSON: {@code voice.json} in its folder and in a {@code .mynavoice} file. Read
 * strictly: a key that is missing, unknown or given twice is an error. In version 1, consent was
 * always declared.
 *
 * @param format {@value #FORMAT}
 * @param version {@value #VERSION}
 * @param voice what it says
 */
record VoiceFile(String format, int version, Voice voice) {
  /** The file's name. */
  static final String NAME = "voice.json";

  /** The most bytes that a file of some voice can have. */
  static final int MOST_BYTES = 256 * 1024;

  private static final String FORMAT = "myna-voice";
  private static final int VERSION = 2;
  private static final int DECLARED_ONLY = 1;

  /** The format and version of a file that may be of a later Myna. */
  private record Header(String format, int version) {}

  /** The bytes for a voice. */
  static byte[] encode(Voice voice) {
    return StrictJson.write(new VoiceFile(FORMAT, VERSION, voice)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The voice in some bytes.
   *
   * @param origin what they are, for the message
   * @throws VoiceException with {@link Reason#DAMAGED} if they hold none
   */
  static Voice decode(byte[] json, String origin) throws VoiceException {
    try {
      Header header = StrictJson.LENIENT.readValue(json, Header.class);
      if (header == null || !FORMAT.equals(header.format())) {
        throw damaged(origin, "it is no voice", null);
      }
      if (header.version() != VERSION && header.version() != DECLARED_ONLY) {
        throw damaged(
            origin, "its version is " + header.version() + ", this Myna knows " + VERSION, null);
      }
      return header.version() == VERSION
          ? StrictJson.READER.readValue(json, VoiceFile.class).voice()
          : upgraded(json);
    } catch (JacksonException e) {
      throw damaged(origin, StrictJson.explain(e), e);
    }
  }

  private static Voice upgraded(byte[] json) {
    JsonNode tree = StrictJson.READER.readTree(json);
    if (tree.path("voice").path("consent") instanceof ObjectNode consent) {
      consent.putIfAbsent("spoken", consent.nullNode());
    }
    return StrictJson.READER.treeToValue(tree, VoiceFile.class).voice();
  }

  /** Reads the voice in a folder. */
  static Voice read(Path folder) throws IOException, VoiceException {
    Path file = folder.resolve(NAME);
    if (Files.size(file) > MOST_BYTES) {
      throw damaged(file.toString(), "it is too large", null);
    }
    return decode(Files.readAllBytes(file), file.toString());
  }

  /** Writes the voice into its folder. */
  static void write(Path folder, Voice voice) throws IOException {
    AtomicFile.write(folder.resolve(NAME), part -> Files.write(part, encode(voice)));
  }

  private static VoiceException damaged(String origin, String why, Throwable cause) {
    return new VoiceException(Reason.DAMAGED, origin + " is damaged: " + why, cause);
  }
}
