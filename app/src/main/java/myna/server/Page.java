package myna.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The page at the root, which says what this is and lets one try it. */
final class Page {
  /** What the page may do: talk to this server, and play what it says. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "media-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Where its files lie: browsers fetch them without a token, and they say nothing secret. */
  static final Set<String> PATHS = Set.of("/", "/page.css", "/page.js");

  private Page() {}

  /** A file of the page. */
  static Endpoint file(String name, String type) {
    String text = read(name);
    return (_, response, callback, _) -> Answers.bytes(response, callback, type, text);
  }

  private static String read(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
