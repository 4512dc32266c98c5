package myna.narration.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Chapter;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.book.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books of a single file of text: what is spoken of them, how chapters are called, what is not. */
class PlainBooksTest {
  private static final String STORY =
      "The gulls cried over the harbour, and nobody in the town had slept for two nights. ";

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The poster read \"© 1999 Harbour Players. All rights reserved\" in small print.",
        "© 1999 Harbour Players. All rights reserved.",
        "The (c) 1984 on the mug had faded.",
        "My ISBN is longer than my poem."
      })
  void speaksAStoryThatMentionsRights(String sentence) throws IOException, NarrationException {
    Book book = markdown("# One\n\n" + STORY + "\n\n" + sentence + "\n\n# Two\n\n" + STORY);
    assertThat(sections(book)).containsExactly(Section.BODY, Section.BODY);
  }

  @Test
  void speaksAShortChapterThatExplainsTheSign() throws IOException, NarrationException {
    Book book = markdown("# Signs\n\nThe © sign needs no year.\n\n# Two\n\n" + STORY);
    assertThat(sections(book)).containsExactly(Section.BODY, Section.BODY);
  }

  @Test
  void skipsAPageOfRightsAndSaysWhy() throws IOException, NarrationException {
    Book book =
        markdown(
            "# The Harbour\n\nCopyright © 1999 Ann Lee. All rights reserved.\n\nNo part of this"
                + " book may be reproduced.\n\nHarbour Press\n\nISBN 978-3-16-148410-0\n\n# One\n\n"
                + STORY);
    assertThat(sections(book)).containsExactly(Section.FRONT_MATTER, Section.BODY);
    assertThat(book.chapters())
        .extracting(c -> Books.reason(c.title(), c.blocks(), c.section()))
        .containsExactly("reads as an imprint", "");
  }

  @ParameterizedTest
  @CsvSource({
    "<h1>03</h1><h2>The Sea</h2>, 3. The Sea",
    "<h1>Chapter 01</h1>, Chapter 1",
    "<h1>Chapter 01: The Sea</h1>, Chapter 1: The Sea",
    "<h1>001</h1>, 1",
    "<h1>05:30</h1>, 05:30",
    "<h1>0 Degrees</h1>, 0 Degrees",
    "<h1>Part 10</h1>, Part 10"
  })
  void namesChaptersWithoutZerosInFront(String heading, String title)
      throws IOException, NarrationException {
    String page = "<html><body>" + heading + "<p>" + STORY + "</p></body></html>";
    assertThat(read("book.html", page.getBytes(StandardCharsets.UTF_8)).chapters())
        .extracting(Chapter::title)
        .containsExactly(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"book.txt", "book.fb2", "book.xml", "book", "book.md", "book.srt"})
  void refusesMarkup(String name) {
    String fiction =
        "<?xml version='1.0' encoding='UTF-8'?>\n<Fiction><body><section><p>"
            + STORY
            + "</p></section></body></Fiction>";
    refuses(name, fiction, "is marked-up text");
    refuses(name, "\uFEFF" + fiction, "is marked-up text");
    refuses(name, "<TEI xmlns='t'><p>" + STORY + "</p></TEI>", "is marked-up text");
  }

  @Test
  void refusesATextThatIsOneElement() {
    refuses("book.txt", "<Fiction><p>" + STORY + "</p></Fiction>\n", "is marked-up text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"book.txt", "book.dat", "book.md", "book.srt"})
  void refusesWhatIsNoText(String name) {
    refuses(name, "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\b\6\0\0\0", "is not a text");
  }

  @Test
  void readsATextThatOnlyBeginsWithABracket() throws IOException, NarrationException {
    String log = "<Ann> Is the ship in?\n\n<Bob> Not yet.\n";
    assertThat(read("log.txt", log.getBytes(StandardCharsets.UTF_8)).chapters()).hasSize(1);
  }

  private void refuses(String name, String text, String message) {
    assertThatThrownBy(() -> read(name, text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NarrationException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((NarrationException) e).reason())
        .isEqualTo(Reason.UNSUPPORTED);
  }

  private Book markdown(String text) throws IOException, NarrationException {
    return read("book.md", text.getBytes(StandardCharsets.UTF_8));
  }

  private Book read(String name, byte[] bytes) throws IOException, NarrationException {
    Path file = Files.write(temporary.resolve(name), bytes);
    return Books.read(file, ImportOptions.DEFAULT, Cancellation.NEVER);
  }

  private static List<Section> sections(Book book) {
    return book.chapters().stream().map(Chapter::section).toList();
  }
}
