package myna.narration.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Chapter;
import myna.narration.book.NarrationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain texts as people write them. */
class TextBooksTest {
  @TempDir private Path temporary;

  @Test
  void joinsWordsThatWerePartedAtTheEndOfALine() throws IOException, NarrationException {
    assertThat(
            text(
                """
                It was an exam-
                ple of a well-
                known thing, an un-
                derstanding of Saoir-
                sina and of Jean-
                Paul, who re-
                read pages 10-
                12 of it in the morning.
                """))
        .isEqualTo(
            "It was an example of a well-known thing, an understanding of Saoirsina and of"
                + " Jean-Paul, who reread pages 10- 12 of it in the morning.");
  }

  @Test
  void beginsChaptersWhereThePatternIsFound() throws IOException, NarrationException {
    String tale =
        """
        It was cold at the harbour.
        == Dawn ==
        CHAPTER ONE of her letter had gone, and nobody knew where it was.
        == Noon ==
        They slept.
        """;
    assertThat(patterned(tale, "^== .* ==$").chapters())
        .extracting(Chapter::title, Chapter::text)
        .containsExactly(
            tuple("book", "It was cold at the harbour."),
            tuple(
                "== Dawn ==",
                "== Dawn ==\nCHAPTER ONE of her letter had gone, and nobody knew where it was."),
            tuple("== Noon ==", "== Noon ==\nThey slept."));
    assertThat(patterned(tale, "").chapters()).hasSizeLessThan(3);
    assertThatThrownBy(() -> patterned(tale, "^Canto"))
        .isInstanceOf(NarrationException.class)
        .hasMessageEndingWith("begins a chapter by the pattern ^Canto");
  }

  private Book patterned(String text, String pattern) throws IOException, NarrationException {
    Path file = Files.writeString(temporary.resolve("book.txt"), text);
    return Books.read(file, new ImportOptions(false, pattern), Cancellation.NEVER);
  }

  @Test
  void readsEachItemOfAListByItself() throws IOException, NarrationException {
    assertThat(
            text(
                """
                They packed what they would need for the whole of a long journey:
                1. A compass that had belonged to her father and pointed nearly
                   north.
                2. Bread.
                3. Rope

                - Nothing else
                - No money

                It was 1.
                2. was more.
                """))
        .isEqualTo(
            """
            They packed what they would need for the whole of a long journey:
            1. A compass that had belonged to her father and pointed nearly north.
            2. Bread.
            3. Rope
            Nothing else
            No money
            It was 1. 2. was more.\
            """);
  }

  @Test
  void findsNumberedHeadings() throws IOException, NarrationException {
    String story = "The gulls cried over the harbour, and nobody slept.\n\n";
    assertThat(
            titles("1. The Start\n\n" + story + "2. The Sea\n\n" + story + "3. Home\n\n" + story))
        .containsExactly("1. The Start", "2. The Sea", "3. Home");
    assertThat(titles("I. The Start\n\n" + story + "II. The Sea\n\n" + story))
        .containsExactly("I. The Start", "II. The Sea");
    assertThat(titles("To do:\n\n1. Milk\n\n2. Bread\n\n3. Rope\n\n" + story)).hasSize(1);
    assertThat(titles(story + "5. Milk\n\n" + story + "9. Bread\n\n" + story)).hasSize(1);
  }

  @Test
  void findsHeadingsWithoutBlankLines() throws IOException, NarrationException {
    assertThat(
            titles(
                """
                CHAPTER ONE
                The gulls cried over the harbour, and nobody in the town had
                slept for two nights.
                Chapter Two
                It rained. Nobody said a word, and the boats stayed where they
                were. All of it was in
                Chapter 3 of the book that was read
                to them.
                CHAPTER III
                DOWN THE COAST
                They went down the coast in the old boat, and it was summer.
                """))
        .containsExactly("CHAPTER ONE", "Chapter Two", "CHAPTER III. DOWN THE COAST");
  }

  @Test
  void knowsTitleAndAuthorOnTop() throws IOException, NarrationException {
    Book book =
        read(
            """
            The Harbour
            by Ann Lee

            Chapter 1

            The gulls cried.

            Chapter 2

            It rained.
            """);
    assertThat(book.metadata().title()).isEqualTo("The Harbour");
    assertThat(book.metadata().author()).isEqualTo("Ann Lee");
    assertThat(book.chapters())
        .extracting(Chapter::title)
        .containsExactly("The Harbour. by Ann Lee", "Chapter 1", "Chapter 2");
    Book apart = read("THE HARBOUR\n\nBy Ann Lee\n\nThe gulls cried over the harbour.\n");
    assertThat(apart.metadata().title()).isEqualTo("THE HARBOUR");
    assertThat(apart.metadata().author()).isEqualTo("Ann Lee");
    Book letter = read("Come home soon\n\nby train if you can.\n\nThe gulls cry.\n");
    assertThat(letter.metadata().author()).isEmpty();
  }

  @Test
  void readsTablesRowByRow() throws IOException, NarrationException {
    assertThat(
            text(
                """
                These were the boats of the harbour in that year:

                +--------+-------+
                | Boat   | Crew  |
                +--------+-------+
                | Anna   | 4     |
                | Ben    |       |
                +--------+-------+

                Boat        Crew     Colour
                ------      ----     ------
                Old Anna    4        red
                Ben         7        blue

                That was all.
                """))
        .isEqualTo(
            """
            These were the boats of the harbour in that year:
            Boat, Crew
            Anna, 4
            Ben
            Boat, Crew, Colour
            Old Anna, 4, red
            Ben, 7, blue
            That was all.\
            """);
  }

  @Test
  void takesNoJustifiedTextForATable() throws IOException, NarrationException {
    assertThat(
            text(
                """
                The gulls   cried over the harbour and nobody in
                the town had slept   for two nights, which was
                more than the doctor   who was old allowed.
                """))
        .isEqualTo(
            "The gulls cried over the harbour and nobody in the town had slept for two nights,"
                + " which was more than the doctor who was old allowed.");
  }

  private String text(String file) throws IOException, NarrationException {
    return String.join("\n", read(file).chapters().stream().map(Chapter::text).toList());
  }

  private Iterable<String> titles(String file) throws IOException, NarrationException {
    return read(file).chapters().stream().map(Chapter::title).toList();
  }

  private Book read(String text) throws IOException, NarrationException {
    Path file = Files.writeString(temporary.resolve("book.txt"), text);
    return Books.read(file, ImportOptions.DEFAULT, Cancellation.NEVER);
  }
}
