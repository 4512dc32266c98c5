package myna.ui.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import myna.files.AtomicFile;
import myna.files.UnwrittenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The log of what was spoken: one JSON object a line. Every method blocks. */
public final class HistoryLog {
  /** So many entries are kept. */
  static final int MOST_ENTRIES = 2000;

  private static final Logger LOG = LoggerFactory.getLogger(HistoryLog.class);
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path file;

  /** The log in a file, which need not exist. */
  public HistoryLog(Path file) {
    this.file = file;
  }

  /** All entries, newest first. */
  public synchronized List<Entry> read() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (Files.exists(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().forEach(line -> parse(line).ifPresent(entries::add));
    }
    return List.copyOf(entries.reversed());
  }

  /** Adds an entry; one that is like the last takes its place. */
  public synchronized void add(Entry entry) throws UnwrittenException {
    rewrite(
        entries -> {
          if (!entries.isEmpty() && entries.getLast().isLike(entry)) {
            entries.removeLast();
          }
          entries.add(entry);
        });
  }

  /** Removes entries for good. */
  public synchronized void remove(Predicate<Entry> unwanted) throws UnwrittenException {
    rewrite(entries -> entries.removeIf(unwanted));
  }

  private interface Change {
    void apply(List<Entry> entries);
  }

  /** Changes the log while no other process does; it is the old one or the new one at any time. */
  private void rewrite(Change change) throws UnwrittenException {
    try {
      rewriteAlone(change);
    } catch (IOException e) {
      throw new UnwrittenException(file, e);
    }
  }

  private void rewriteAlone(Change change) throws IOException {
    Files.createDirectories(file.getParent());
    Path guard = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      LOG.trace("{} changed under {}", file, lock);
      List<Entry> entries = new ArrayList<>(read().reversed());
      change.apply(entries);
      int first = Math.max(0, entries.size() - MOST_ENTRIES);
      List<String> lines =
          entries.subList(first, entries.size()).stream().map(JSON::writeValueAsString).toList();
      AtomicFile.write(file, part -> Files.write(part, lines));
    }
  }

  private static Optional<Entry> parse(String line) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readValue(line, Entry.class));
    } catch (JacksonException e) {
      LOG.warn("an entry of the history is not understood: {}", e.getOriginalMessage());
      return Optional.empty();
    }
  }
}
