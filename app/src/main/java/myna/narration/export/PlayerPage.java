package myna.narration.export;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.delivery.Caption;
import myna.files.AtomicFile;
import myna.narration.book.Block;
import myna.narration.book.Metadata;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.StoredTake;
import myna.script.Timeline;

/**
 * A web page that reads a book along: its text, each word with its time in the sound that lies
 * beside it. It needs nothing else, and nothing of the network.
 */
public final class PlayerPage {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final Project project;
  private final ExportSettings.Credits credits;

  /** A page of a project whose lines are all made. */
  public PlayerPage(Project project, ExportSettings.Credits credits) {
    this.project = project;
    this.credits = credits;
  }

  /**
   * Writes the page beside a file that holds the whole book, under its name.
   *
   * @return the page
   */
  public Path beside(Path sound) throws NarrationException {
    Path page = FileNames.withExtension(sound, "html");
    BookTimeline timeline = new BookTimeline(project, project.spokenChapters());
    Text text = new Text(timeline.sampleRate());
    timeline.walk(text);
    text.endChapter();
    String html = filled(values(String.valueOf(sound.getFileName()), text.html.toString()));
    try {
      AtomicFile.write(page, part -> Files.writeString(part, html));
      return page;
    } catch (IOException e) {
      throw ExportFailures.of(page, e);
    }
  }

  private Map<String, String> values(String sound, String text) throws NarrationException {
    Metadata metadata = project.metadata();
    Map<String, String> values = new TreeMap<>();
    values.put("title", OverlayBook.escape(metadata.title()));
    values.put("author", OverlayBook.escape(metadata.author()));
    values.put("language", metadata.language().isEmpty() ? "en" : metadata.language());
    values.put("comment", OverlayBook.escape(credits.comment()));
    values.put("sound", URLEncoder.encode(sound, StandardCharsets.UTF_8).replace("+", "%20"));
    values.put("text", text);
    return values;
  }

  private static String filled(Map<String, String> values) {
    Matcher places = PLACE.matcher(template());
    return places.replaceAll(
        place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
  }

  private static String template() {
    try (InputStream in = PlayerPage.class.getResourceAsStream("player.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("the page is part of the program", e);
    }
  }

  /** The text as it grows, a line at a time. */
  private static final class Text implements BookTimeline.Visitor {
    private final StringBuilder html = new StringBuilder();
    private final double sampleRate;
    private long block = -1;
    private String element = "";
    private boolean open;

    Text(int sampleRate) {
      this.sampleRate = sampleRate;
    }

    @Override
    public void chapter(ChapterEntry chapter, long start) {
      endChapter();
      open = true;
      html.append(
          "<section data-t=\"%d\" data-title=\"%s\">\n"
              .formatted(hundredths(start / sampleRate), OverlayBook.escape(chapter.title())));
    }

    @Override
    public void line(LineEntry line, StoredTake stored, Timeline.Slot slot) {
      if (line.place().block() != block) {
        endBlock();
        block = line.place().block();
        element = line.place().kind() == Block.Kind.HEADING ? "h2" : "p";
        html.append('<').append(element).append('>');
      } else {
        html.append(' ');
      }
      words(SoundFile.caption(line, stored), slot.startSeconds());
    }

    /** What is written as one and said as several words is one. */
    private void words(Caption caption, double start) {
      String text = caption.text();
      int at = 0;
      for (Caption.TimedWord word : caption.words()) {
        int from = Math.min(word.span().start(), text.length());
        int to = Math.min(word.span().end(), text.length());
        if (from >= at && to > from) {
          html.append(OverlayBook.escape(text.substring(at, from)));
          html.append(
              "<b data-t=\"%d\">%s</b>"
                  .formatted(
                      hundredths(start + word.start()),
                      OverlayBook.escape(text.substring(from, to))));
          at = to;
        }
      }
      html.append(OverlayBook.escape(text.substring(at)));
    }

    private static long hundredths(double seconds) {
      return Math.round(100 * seconds);
    }

    private void endBlock() {
      if (!element.isEmpty()) {
        html.append("</").append(element).append(">\n");
        element = "";
      }
    }

    void endChapter() {
      endBlock();
      if (open) {
        html.append("</section>\n");
      }
    }

    @Override
    public void silence(long samples) {}
  }
}
