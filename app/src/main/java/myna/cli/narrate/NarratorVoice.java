package myna.cli.narrate;

import java.nio.file.Path;
import java.util.Optional;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.cli.ClipWarning;
import myna.narration.render.ClipVoices;
import myna.narration.script.Cast;
import picocli.CommandLine.Option;

/** The options that say who speaks where nobody else does. */
final class NarratorVoice {
  @Option(
      names = "--voice",
      paramLabel = "NAME",
      description = "The narrator: a voice of the library.")
  private String voice;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description = "The narrator: a clip of a voice, instead of one of the library.")
  private Path reference;

  /** What spoils the clip of the narrator; one that cannot be read fails where it is needed. */
  Optional<String> warning() {
    try {
      return reference == null || voice != null
          ? Optional.empty()
          : ClipWarning.of(reference, AudioFiles.read(reference));
    } catch (AudioException e) {
      return Optional.empty();
    }
  }

  /** A cast with the narrator that was given, if one was. */
  Cast change(Cast cast) {
    if (voice != null) {
      return cast.withNarrator(voice);
    }
    return reference == null ? cast : cast.withNarrator(ClipVoices.name(reference));
  }
}
