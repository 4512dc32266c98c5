package myna.voice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import myna.files.AtomicFile;
import myna.files.FolderLock;
import myna.voice.VoiceException.Reason;
import tools.jackson.core.JacksonException;

/**
 * The voices that no new voice may be like: a file of embeddings among the user's data. An
 * organisation's file is of the same form and is taken into it. Who is meant need not be said.
 */
public final class ProtectedVoices {
  private static final String FORMAT = "myna-protected-voices";
  private static final int VERSION = 1;
  private static final long MOST_BYTES = 64L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path file;

  private ProtectedVoices(Path file) {
    this.file = file;
  }

  /**
   * The list of a user; nothing is touched before it is used.
   *
   * @param home the user's data
   */
  public static ProtectedVoices of(Path home) {
    return new ProtectedVoices(home.toAbsolutePath().resolve("protected").resolve("voices.json"));
  }

  /**
   * A voice that may not be cloned.
   *
   * @param id names it in the list
   * @param label whatever whoever made it calls it, "" for nothing
   * @param print of the voice
   */
  public record Entry(String id, String label, Voiceprint print) {
    private static final int LONGEST_LABEL = 200;

    /**
     * Checks what may come from a stranger.
     *
     * @throws IllegalArgumentException saying what cannot be
     */
    public Entry {
      Objects.requireNonNull(print, "print");
      if (!id.matches("[0-9a-f]{16}")) {
        throw new IllegalArgumentException("an id has 16 hexadecimal digits");
      }
      if (label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "a label has at most " + LONGEST_LABEL + " printable characters");
      }
    }
  }

  /** The file. */
  private record Content(String format, int version, List<Entry> voices) {}

  /** All of them. */
  public List<Entry> list() throws VoiceException {
    return Files.exists(file) ? read(file) : List.of();
  }

  /** Adds a voice. */
  public Entry protect(String label, Voiceprint print) throws VoiceException {
    try {
      Entry entry = new Entry(VoiceStore.newId(), label.strip(), print);
      add(List.of(entry));
      return entry;
    } catch (IllegalArgumentException e) {
      throw new VoiceException(Reason.BAD_VALUE, e.getMessage(), e);
    }
  }

  /**
   * Takes in the voices of another list. Nothing is written if the file is none.
   *
   * @return how many were not there yet
   */
  public int importFrom(Path other) throws VoiceException {
    if (!Files.isRegularFile(other)) {
      throw new VoiceException(Reason.NOT_FOUND, "there is no file " + other);
    }
    return add(read(other));
  }

  /** Takes a voice from the list. */
  public void remove(String id) throws VoiceException {
    change(
        voices -> {
          if (voices.remove(id) == null) {
            throw new VoiceException(Reason.NOT_FOUND, "no voice of the list has the id " + id);
          }
        });
  }

  /** Writes the list for others to take in. */
  public void exportTo(Path other) throws VoiceException {
    write(other, list());
  }

  private int add(List<Entry> entries) throws VoiceException {
    int[] added = new int[1];
    change(
        voices -> {
          for (Entry entry : entries) {
            added[0] += voices.putIfAbsent(entry.id(), entry) == null ? 1 : 0;
          }
        });
    return added[0];
  }

  /** What is done to the voices by id. */
  private interface Change {
    void apply(Map<String, Entry> voices) throws VoiceException;
  }

  private void change(Change change) throws VoiceException {
    try (FolderLock _ =
        FolderLock.acquire(file.getParent(), PATIENCE)
            .orElseThrow(
                () ->
                    new VoiceException(
                        Reason.BUSY, "the list of protected voices is in use by another Myna"))) {
      Map<String, Entry> voices = new LinkedHashMap<>();
      list().forEach(entry -> voices.put(entry.id(), entry));
      change.apply(voices);
      write(file, List.copyOf(voices.values()));
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static void write(Path target, List<Entry> voices) throws VoiceException {
    String json = StrictJson.write(new Content(FORMAT, VERSION, voices));
    try {
      AtomicFile.write(target, part -> Files.writeString(part, json, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  private static List<Entry> read(Path source) throws VoiceException {
    try {
      if (Files.size(source) > MOST_BYTES) {
        throw new VoiceException(Reason.TOO_LARGE, source + " is larger than a list can be");
      }
      Content content = StrictJson.READER.readValue(Files.readAllBytes(source), Content.class);
      if (!FORMAT.equals(content.format()) || content.version() != VERSION) {
        throw damaged(source, "it is none that this Myna knows", null);
      }
      return content.voices();
    } catch (IOException e) {
      throw failure(source, e);
    } catch (JacksonException e) {
      throw damaged(source, StrictJson.explain(e), e);
    }
  }

  private static VoiceException damaged(Path source, String why, Exception cause) {
    return new VoiceException(
        Reason.DAMAGED, source + " is no list of protected voices: " + why, cause);
  }

  private static VoiceException failure(Path source, IOException cause) {
    return new VoiceException(
        Reason.STORAGE,
        "the list of protected voices cannot be used: " + AtomicFile.explain(source, cause),
        cause);
  }
}
