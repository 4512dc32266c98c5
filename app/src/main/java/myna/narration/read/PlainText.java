package myna.narration.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;

/** Reads files of plain text, and refuses what is none. */
final class PlainText {
  private static final Pattern XML =
      Pattern.compile("(?is)\\s*(<\\?xml\\b|<!doctype\\b|<[a-z][^<>]{0,1000}\\sxmlns\\b)");

  private static final Pattern ELEMENT = Pattern.compile("\\s*<([A-Za-z][\\w:.-]*)[^<>]{0,1000}>");

  private PlainText() {}

  /** The text of a file in which some tags are no surprise, such as Markdown and subtitles. */
  static String readWithTags(Path file) throws IOException, NarrationException {
    byte[] bytes = Files.readAllBytes(file);
    if (Encodings.isBinary(bytes)) {
      throw new NarrationException(Reason.UNSUPPORTED, file + " is not a text");
    }
    String text = Encodings.decode(bytes);
    if (XML.matcher(text).lookingAt()) {
      throw markup(file);
    }
    return text;
  }

  /** The text of a file that is to be spoken as it stands. */
  static String read(Path file) throws IOException, NarrationException {
    String text = readWithTags(file);
    Matcher element = ELEMENT.matcher(text);
    if (element.lookingAt() && text.stripTrailing().endsWith("</" + element.group(1) + ">")) {
      throw markup(file);
    }
    return text;
  }

  private static NarrationException markup(Path file) {
    return new NarrationException(
        Reason.UNSUPPORTED,
        file + " is marked-up text (XML): convert it to an EPUB or a web page first");
  }
}
