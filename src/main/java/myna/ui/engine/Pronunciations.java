package myna.ui.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import myna.files.AtomicFile;
import myna.text.TextException;
import myna.text.UserLexicon;
import myna.ui.common.UnwrittenException;

/** The user's own lexicon in MYNA_HOME. Every method but {@link #version} blocks. */
public final class Pronunciations {
  private final Path file;
  private final AtomicLong version = new AtomicLong();

  /** The lexicon in a file, which need not exist. */
  public Pronunciations(Path file) {
    this.file = file;
  }

  /** Counts the changes, for whoever keeps what was read. */
  public long version() {
    return version.get();
  }

  /** All entries. */
  public UserLexicon read() throws TextException {
    return Files.exists(file) ? UserLexicon.read(file) : new UserLexicon(List.of());
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
    version.incrementAndGet();
  }
}
