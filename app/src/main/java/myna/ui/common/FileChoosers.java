package myna.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import myna.narration.read.Books;

/**
 * Asks the user for files, and shows them. An interface, because there is no such window without a
 * display.
 */
public interface FileChoosers {
  /** Sorts of file. */
  enum Sort {
    AUDIO("*.wav", "*.flac", "*.mp3", "*.m4a", "*.opus", "*.ogg", "*.aac", "*.aiff", "*.wma"),
    VOICE("*.mynavoice"),
    BOOK(
        Stream.concat(Books.EXTENSIONS.stream().map("*."::concat), Stream.of("*.mynabook"))
            .toArray(String[]::new)),
    PROJECT("*.mynabook"),
    SUBTITLES("*.srt", "*.vtt", "*.ass", "*.ssa"),
    FILM("*.mkv", "*.mp4", "*.m4v", "*.mov", "*.webm"),
    PACK("*.zip", "manifest.json"),
    PICTURE("*.jpg", "*.jpeg", "*.png"),
    TEXT("*.txt", "*.md"),
    OUTPUT("*.wav", "*.flac", "*.mp3", "*.opus", "*.m4a"),
    AUDIOBOOK("*.m4b", "*.mp3", "*.flac", "*.opus", "*.wav");

    private final String patterns;

    Sort(String... patterns) {
      this.patterns = String.join(" ", patterns);
    }

    /** File name patterns such as {@code *.wav}. */
    public List<String> patterns() {
      return List.of(patterns.split(" "));
    }

    /** Whether a file's name ends as one of this sort. */
    public boolean matches(Path file) {
      String name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
      return patterns().stream().anyMatch(pattern -> name.endsWith(pattern.replace("*", "")));
    }

    /** A file whose name does not end as one of this sort gets the ending of a pattern. */
    public Path named(Path file, String pattern) {
      return matches(file)
          ? file
          : file.resolveSibling(file.getFileName() + pattern.replace("*", ""));
    }
  }

  /** Files to read; empty if the user thought better of it. */
  List<Path> open(Sort sort);

  /** A file to write, which may exist; the user was asked. */
  Optional<Path> save(Sort sort, String suggestedName);

  /** A folder. */
  Optional<Path> folder();

  /**
   * Shows a file in the program that the system has for its kind.
   *
   * @return whether there is one
   */
  boolean show(Path file);
}
