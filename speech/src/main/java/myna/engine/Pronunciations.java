package myna.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import myna.files.AtomicFile;
import myna.files.UnwrittenException;
import myna.text.TextException;
import myna.text.TextSettings;
import myna.text.UserLexicon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the user wants words to be said, wherever something is spoken. Every method blocks. */
public final class Pronunciations {
  private static final Logger LOG = LoggerFactory.getLogger(Pronunciations.class);

  private final Path file;

  /** The lexicon in a file, which need not exist. */
  public Pronunciations(Path file) {
    this.file = file;
  }

  /** All entries. */
  public UserLexicon read() throws TextException {
    return Files.exists(file) ? UserLexicon.read(file) : new UserLexicon(List.of());
  }

  /** How texts are read with it. One that cannot be used must not keep anybody from speaking. */
  public TextSettings reading() {
    try {
      return TextSettings.DEFAULT.withLexicons(List.of(read()));
    } catch (TextException e) {
      LOG.warn("{}", e.getMessage());
      return TextSettings.DEFAULT;
    }
  }

  /**
   * Says how a word is spoken from now on.
   *
   * @param written the word
   * @param said ARPABET phonemes, or other words behind an equals sign
   * @throws TextException if a lexicon cannot hold that
   */
  public synchronized void put(String written, String said) throws IOException, TextException {
    List<String> lines = without(written);
    lines.add(written + "\t" + said);
    UserLexicon.parse(written, List.of(lines.getLast()));
    write(lines);
  }

  /** Speaks a word as it is spoken by itself. */
  public synchronized void remove(String written) throws IOException {
    write(without(written));
  }

  private List<String> without(String written) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.exists(file)) {
      lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
    }
    String key = written.toLowerCase(Locale.ROOT) + "\t";
    lines.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith(key));
    return lines;
  }

  private void write(List<String> lines) throws UnwrittenException {
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.write(file, part -> Files.write(part, lines, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UnwrittenException(file, e);
    }
  }
}
