package myna.cli.narrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import myna.cli.SoundOptions;
import myna.delivery.Loudness;
import myna.narration.book.Metadata;
import myna.narration.export.ExportSettings;
import myna.narration.export.LibraryFolder;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of narrate that say what is written. */
final class NarrateOutput {
  @Option(names = "--per-chapter", description = "A file per chapter, named after the output.")
  private boolean perChapter;

  @Option(
      names = "--narrator",
      paramLabel = "TEXT",
      description = "The narrator's name in the file (default: the voice's).")
  private String narrator;

  @Option(
      names = "--player",
      description = "Beside the sound: a web page that shows the text, and the word that is heard.")
  private boolean player;

  @Option(
      names = "--library",
      paramLabel = "FOLDER",
      description =
          "A library of Audiobookshelf: the book goes to 'Author/Year - Title {Narrator}' in it,"
              + " with metadata.json and cover.")
  private Path library;

  @Mixin private SoundOptions sound;

  /** Whether a page that reads along is wanted. */
  boolean player() {
    return player;
  }

  /** Checks the values before any book is read. */
  void check(CommandLine line) throws IOException {
    if (player && perChapter) {
      throw new ParameterException(line, "--player goes with one file, not with --per-chapter.");
    }
    sound.sound(Loudness.ACX);
    sound.subtitles();
    sound.seal(Optional.empty());
  }

  /** The book's place in the library, if it is to go into one. */
  Optional<LibraryFolder> place(Metadata metadata, String voice) {
    return Optional.ofNullable(library)
        .map(folder -> LibraryFolder.of(folder, metadata, narrator == null ? voice : narrator));
  }

  boolean goesIntoLibrary() {
    return library != null;
  }

  ExportSettings settings(Path output, String voice) throws IOException {
    var credits =
        ExportSettings.Credits.of(narrator == null ? voice : narrator)
            .sealed(sound.seal(Optional.empty()));
    return new ExportSettings(
        output, perChapter, sound.sound(Loudness.ACX), sound.subtitles(), credits);
  }
}
