package myna.narration.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads Markdown (CommonMark with tables and footnotes), by way of HTML. */
final class MarkdownReader implements BookReader {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), FootnotesExtension.create());

  private static final int DEEPEST_NESTING = 100;
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---[ \\t]*\\R(.*?)\\R(---|\\.\\.\\.)[ \\t]*(\\R|\\z)", Pattern.DOTALL);

  private static final Pattern ENTRY =
      Pattern.compile("(?m)^([A-Za-z]+):[ \\t]*[\"']?(.*?)[\"']?[ \\t]*$");

  @Override
  public Book read(Path file, ImportOptions options, Cancellation cancellation)
      throws IOException, NarrationException {
    String text = PlainText.readWithTags(file);
    Matcher front = FRONT_MATTER.matcher(text);
    boolean hasFront = front.find();
    Metadata metadata = hasFront ? metadata(front.group(1)) : Metadata.UNKNOWN;
    String body = hasFront ? text.substring(front.end()) : text;
    Parser parser =
        Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST_NESTING).build();
    String html =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .build()
            .render(parser.parse(MarkdownMarks.plain(body)));
    String page = "<html><body>" + html + "</body></html>";
    return HtmlReader.read(
        Markup.page(("\uFEFF" + page).getBytes(StandardCharsets.UTF_8)), metadata, options, file);
  }

  /** The few entries of YAML front matter that are of use. */
  private static Metadata metadata(String yaml) {
    Map<String, String> entries = new HashMap<>();
    ENTRY
        .matcher(yaml)
        .results()
        .forEach(
            e -> entries.putIfAbsent(e.group(1).toLowerCase(Locale.ROOT), Tidy.line(e.group(2))));
    String date = entries.getOrDefault("date", entries.getOrDefault("year", ""));
    return new Metadata(
        entries.getOrDefault("title", ""),
        entries.getOrDefault("author", ""),
        entries.getOrDefault("lang", entries.getOrDefault("language", "")),
        date.matches("\\d{4}.*") ? date.substring(0, 4) : "",
        entries.getOrDefault("description", ""));
  }
}
