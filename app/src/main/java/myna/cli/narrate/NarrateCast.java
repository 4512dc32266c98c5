package myna.cli.narrate;

import java.nio.file.Path;
import java.util.Optional;
import myna.narration.book.NarrationException;
import myna.narration.script.Cast;
import myna.narration.script.CastFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of narrate that say who speaks. */
final class NarrateCast {
  @Mixin private NarratorVoice narrator;

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

  /** What spoils the clip of the narrator. */
  Optional<String> warning() {
    return narrator.warning();
  }

  /** The cast that a project is to have instead of the one it has. */
  Cast change(Cast before) throws NarrationException {
    Cast cast = narrator.change(castFile == null ? before : CastFile.read(castFile, before));
    if (quotations != null) {
      cast = cast.withQuotations(quotations.equals("none") ? "" : quotations);
    }
    return cast;
  }
}
