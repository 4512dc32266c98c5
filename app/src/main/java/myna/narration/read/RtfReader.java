package myna.narration.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.NarrationException;

/** Reads rich text (RTF) by way of HTML. */
final class RtfReader implements BookReader {
  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    RtfText text = new RtfText(new RtfPage());
    RtfPage page = text.read(new RtfTokens(Files.readAllBytes(file)), cancellation);
    return HtmlReader.read(page.finish(), page.metadata(), options, file);
  }
}
