package myna.cli.narrate;

import java.nio.file.Path;
import java.util.Optional;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.cli.ClipWarning;
import myna.narration.book.NarrationException;
import myna.narration.render.ClipVoices;
import myna.narration.script.Cast;
import myna.narration.script.CastFile;
import picocli.CommandLine.Option;

/** The options of narrate that say who speaks. */
final class NarrateCast {
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

  @Option(
      names = "--quotations",
      paramLabel = "NAME",
      description = "A second voice, for what stands in quotation marks; none takes it back.")
  private String quotations;

  @Option(
      names = "--cast",
      paramLabel = "FILE",
      description =
          "A voice per role, a line 'role = voice' each: narrator, quotations, and the speakers"
              + " that the text names ('Holmes: ...' or [voice Holmes]).")
  private Path castFile;

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

  /** The cast that a project is to have instead of the one it has. */
  Cast change(Cast before) throws NarrationException {
    Cast cast = castFile == null ? before : CastFile.read(castFile, before);
    if (reference != null) {
      cast = cast.withNarrator(ClipVoices.name(reference));
    }
    if (voice != null) {
      cast = cast.withNarrator(voice);
    }
    if (quotations != null) {
      cast = cast.withQuotations(quotations.equals("none") ? "" : quotations);
    }
    return cast;
  }
}
