package myna.narration.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import myna.jobs.Cancellation;
import myna.narration.book.Book;
import myna.narration.book.Chapter;
import myna.narration.book.NarrationException;
import myna.text.UserLexicon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the spine of an EPUB: pages, drawings, pictures and their fallbacks. */
class EpubPagesTest {
  private static final byte[] PICTURE = {
    (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0
  };

  private static final String TALE = "<p>It rained on the harbour all day long.</p>";

  @TempDir private Path temporary;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final StringBuilder manifest = new StringBuilder();
  private final StringBuilder spine = new StringBuilder();

  @Test
  void skipsAPictureWithoutFallback() throws IOException, NarrationException {
    spined("a.jpg", "image/jpeg", PICTURE, "");
    spined("b.xhtml", "application/xhtml+xml", page(TALE), "");
    assertThat(text(read())).isEqualTo("It rained on the harbour all day long.");
  }

  @Test
  void readsThePageAtTheEndOfAChainOfFallbacks() throws IOException, NarrationException {
    spined("a.jpg", "image/jpeg", PICTURE, "b.pdf");
    listed("b.pdf", "application/pdf", PICTURE, "c.xhtml");
    listed("c.xhtml", "application/xhtml+xml", page(TALE), "");
    assertThat(text(read())).isEqualTo("It rained on the harbour all day long.");
  }

  @Test
  void endsAtFallbacksThatLeadInACircle() throws IOException {
    spined("a.jpg", "image/jpeg", PICTURE, "b.pdf");
    listed("b.pdf", "application/pdf", PICTURE, "a.jpg");
    assertThatThrownBy(this::read).hasMessageContaining("holds no text to speak");
  }

  @Test
  void skipsAPictureThatIsCalledAPage() throws IOException, NarrationException {
    spined("a.xhtml", "application/xhtml+xml", PICTURE, "");
    spined("b.xhtml", "application/xhtml+xml", page(TALE), "");
    assertThat(text(read())).isEqualTo("It rained on the harbour all day long.");
  }

  @Test
  void readsTheWordsOfADrawing() throws IOException, NarrationException {
    String svg =
        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><title>The Map</title>"
            + "<style>text { fill: red }</style><defs><text>Unseen</text></defs>"
            + "<desc>An island from above.</desc><g><text><tspan x='1'>Here be</tspan>"
            + "<tspan x='1' y='9'>dragons.</tspan></text></g></svg>";
    spined("a.svg", "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8), "");
    Book book = read();
    assertThat(book.chapters()).extracting(Chapter::title).containsExactly("The Map");
    assertThat(text(book)).isEqualTo("The Map\nAn island from above.\nHere be dragons.");
  }

  @Test
  void readsAPageThatIsAllDrawings() throws IOException, NarrationException {
    String line = "<div><svg xmlns='http://www.w3.org/2000/svg'><text>%s</text></svg></div>";
    String drawn = line.formatted("It rained on <tspan x='0' y='9'>the harbour</tspan>");
    spined("a.xhtml", "application/xhtml+xml", page(drawn + line.formatted("all day.")), "");
    spined("b.xhtml", "application/xhtml+xml", page(line.formatted("A map") + TALE), "");
    assertThat(text(read()))
        .isEqualTo("It rained on the harbour\nall day.\nIt rained on the harbour all day long.");
  }

  @Test
  void takesTheAlternativeTextOfAHeadingThatIsAPicture() throws IOException, NarrationException {
    String heading = "<h1><img src='4.png' alt='Chapter Four'/></h1>";
    spined("a.xhtml", "application/xhtml+xml", page(heading + TALE), "");
    spined(
        "b.xhtml", "application/xhtml+xml", page("<h1>Five <img alt='A star'/></h1>" + TALE), "");
    assertThat(read().chapters())
        .extracting(Chapter::title)
        .containsExactly("Chapter Four", "Five");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<mfrac><mn>1</mn><mn>2</mn></mfrac>|1/2",
        "<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac>"
            + "|the fraction a, over b plus 1, end of fraction,",
        "<msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msup><mi>y</mi><mi>n</mi></msup>"
            + "|x squared plus y to the power of n",
        "<msqrt><mi>x</mi><mo>-</mo><mn>1</mn></msqrt>|the square root of x minus 1, end of root,",
        "<mroot><mi>x</mi><mn>3</mn></mroot>|the cube root of x",
        "<munderover><mo>&#x2211;</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>|the"
            + " sum from i equals 1 to n of x sub i",
        "<mi>f</mi><mo>&#x2061;</mo><mo>(</mo><mi>x</mi><mo>)</mo><mo>=</mo><mn>2</mn>"
            + "<mo>&#x2062;</mo><mi>x</mi>|f of x equals 2 x",
        "<semantics><mrow><mi>E</mi></mrow><annotation>\\mathcal E</annotation></semantics>|E"
      })
  void saysFormulasInWords(String formula, String words) throws IOException, NarrationException {
    spined("a.xhtml", "application/xhtml+xml", page(formula("", formula)), "");
    assertThat(text(read())).isEqualTo("It holds that " + words + " always.");
  }

  @Test
  void saysWhatTheAuthorSaysOfAFormula() throws IOException, NarrationException {
    String alternative = " alttext='a squared'";
    spined("a.xhtml", "application/xhtml+xml", page(formula(alternative, "<mi>q</mi>")), "");
    String tex = " alttext='\\frac{a}{b}'";
    spined("b.xhtml", "application/xhtml+xml", page(formula(tex, "<mi>q</mi>")), "");
    assertThat(text(read())).isEqualTo("It holds that a squared always.\nIt holds that q always.");
  }

  private static String formula(String attributes, String content) {
    return "<p>It holds that <math xmlns='http://www.w3.org/1998/Math/MathML'"
        + attributes
        + ">"
        + content
        + "</math> always.</p>";
  }

  @Test
  void takesTheBooksOwnLexicons() throws IOException, NarrationException {
    String link = "<link rel='pronunciation' type='application/pls+xml' href='%s'/>";
    String head = link.formatted("ipa.pls") + link.formatted("sampa.pls");
    byte[] page =
        ("<html xmlns='http://www.w3.org/1999/xhtml'><head>" + head + "</head><body>" + TALE)
            .getBytes(StandardCharsets.UTF_8);
    spined("a.xhtml", "application/xhtml+xml", page, "");
    lexicon(
        "ipa.pls",
        "ipa",
        "<grapheme>Nguyen</grapheme><phoneme>\u02c8w\u026an</phoneme>",
        "<grapheme>SQL</grapheme><alias>sequel</alias>",
        "<grapheme>Bach</grapheme><phoneme>ba\u03c7</phoneme>",
        "<grapheme>Polish</grapheme><phoneme>\u02c8po\u028al\u026a\u0283</phoneme>",
        "<grapheme>polish</grapheme><phoneme>\u02c8p\u0251l\u026a\u0283</phoneme>");
    lexicon(
        "sampa.pls",
        "x-sampa",
        "<grapheme>Saoirse</grapheme><phoneme>s3:S@</phoneme>"
            + "<phoneme prefer='true'>&quot;sI@rS@</phoneme>");
    lexicon("other.pls", "ipa", "<grapheme>It</grapheme><phoneme>a</phoneme>");
    assertThat(read().pronunciations())
        .extracting(UserLexicon.Entry::line)
        .containsExactly("Nguyen\tW IH1 N", "SQL\t=sequel", "Saoirse\tS IH1 ER0 SH AH0");
  }

  private void lexicon(String name, String alphabet, String... lexemes) {
    String all = "<lexeme>" + String.join("</lexeme><lexeme>", lexemes) + "</lexeme>";
    String pls =
        "<?xml version='1.0' encoding='UTF-8'?><lexicon version='1.0' alphabet='"
            + alphabet
            + "' xml:lang='en-US' xmlns='http://www.w3.org/2005/01/pronunciation-lexicon'>"
            + all
            + "</lexicon>";
    listed(name, "application/pls+xml", pls.getBytes(StandardCharsets.UTF_8), "");
  }

  @Test
  void marksWordsWhoseSoundsTheAuthorGives() throws IOException, NarrationException {
    String page =
        "<div ssml:alphabet='x-sampa'><h1>A <span ssml:ph='x'>Pie</span></h1>"
            + "<p>A <b ssml:ph='p@&quot;kA:n'>pecan</b> and <b ssml:ph='&#x3c7;'>ch</b>.</p></div>"
            + "<p>A <i ssml:ph='\u02c8b\u00e6s'>bass</i>.</p>";
    spined("a.xhtml", "application/xhtml+xml", page(page), "");
    assertThat(text(read()))
        .isEqualTo("A Pie\nA [say pecan|P AH0 K AA1 N] and ch.\nA [say bass|B AE1 S].");
  }

  private static byte[] page(String body) {
    return ("<html xmlns='http://www.w3.org/1999/xhtml'><body>" + body + "</body></html>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void spined(String name, String mediaType, byte[] bytes, String fallback) {
    listed(name, mediaType, bytes, fallback);
    spine.append("<itemref idref='").append(name).append("'/>");
  }

  private void listed(String name, String mediaType, byte[] bytes, String fallback) {
    files.put(name, bytes);
    manifest.append(
        "<item id='%1$s' href='%1$s' media-type='%2$s' fallback='%3$s'/>"
            .formatted(name, mediaType, fallback));
  }

  private Book read() throws IOException, NarrationException {
    Path folder = Files.createDirectories(temporary.resolve("book"));
    String opf =
        "<package><manifest>" + manifest + "</manifest><spine>" + spine + "</spine></package>";
    Files.writeString(folder.resolve("p.opf"), opf);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    Path file = temporary.resolve("book.epub");
    BookFiles.zip(folder, file);
    return Books.read(file, ImportOptions.DEFAULT, Cancellation.NEVER);
  }

  private static String text(Book book) {
    return String.join("\n", book.chapters().stream().map(Chapter::text).toList());
  }
}
