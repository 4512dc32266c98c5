package myna.narration.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;

/**
 * Reads a cast from a text file: a line {@code role = voice} for each role. The roles {@code
 * narrator} and {@code quotations} have their meaning, every other is a speaker that the book
 * names. Lines that start with {@code #} say nothing.
 */
public final class CastFile {
  private CastFile() {}

  /**
   * Reads a cast file.
   *
   * @param fallback the cast that the file changes
   */
  public static Cast read(Path file, Cast fallback) throws NarrationException {
    try {
      return parse(Files.readAllLines(file), fallback, file);
    } catch (CharacterCodingException e) {
      throw new NarrationException(Reason.BAD_CAST, file + " is not a text in UTF-8", e);
    } catch (IOException e) {
      throw new NarrationException(Reason.UNREADABLE, "the cast " + file + " cannot be read", e);
    }
  }

  private static Cast parse(List<String> lines, Cast fallback, Path file)
      throws NarrationException {
    Cast cast = fallback;
    Map<String, String> speakers = new TreeMap<>(fallback.speakers());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String role = equals < 0 ? "" : line.substring(0, equals).strip();
      String voice = equals < 0 ? "" : line.substring(equals + 1).strip();
      if (role.isEmpty() || voice.isEmpty()) {
        throw new NarrationException(
            Reason.BAD_CAST,
            "line %d of %s is not of the form: role = voice".formatted(i + 1, file));
      }
      switch (role.toLowerCase(Locale.ROOT)) {
        case "narrator" -> cast = cast.withNarrator(voice);
        case "quotations" -> cast = cast.withQuotations(voice);
        default -> speakers.put(role, voice);
      }
    }
    return new Cast(cast.narrator(), cast.quotations(), speakers);
  }
}
