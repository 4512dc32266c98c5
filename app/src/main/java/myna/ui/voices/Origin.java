package myna.ui.voices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.provenance.Provenance;
import myna.provenance.ProvenanceReader;
import myna.ui.common.Messages;
import myna.watermark.Detection;
import myna.watermark.WatermarkDetector;

/**
 * Where a file of sound comes from, as far as it can be told.
 *
 * @param manifest what it says, empty where it is not signed
 * @param mark what was found of the watermark
 */
record Origin(Optional<Provenance> manifest, Detection mark) {
  /**
   * Looks at a file.
   *
   * @param audio of it
   * @param key of this user's own signatures, which need not be there
   */
  static Origin of(Path file, Audio audio, Path key) throws AudioException, IOException {
    return new Origin(ProvenanceReader.knowing(key).read(file), WatermarkDetector.detect(audio));
  }

  /** One sentence for each thing that is known. */
  List<String> sentences(Messages messages) {
    List<String> lines = new ArrayList<>();
    manifest.ifPresentOrElse(
        found -> lines.addAll(said(found, messages)),
        () -> lines.add(messages.get("origin.unsigned")));
    lines.add(messages.of("origin.mark", mark.verdict()));
    return lines;
  }

  private static List<String> said(Provenance found, Messages messages) {
    List<String> lines = new ArrayList<>();
    lines.add(messages.of("origin.signed", found.state()));
    found.problems().forEach(problem -> lines.add(messages.of("origin.problem", problem)));
    if (found.state() == Provenance.State.UNREADABLE) {
      return lines;
    }
    found.signature().ifPresent(signature -> lines.add(by(signature, messages)));
    Provenance.Claim claim = found.claim();
    lines.add(messages.get("origin.generator", Provenance.plain(claim.generator())));
    claim.when().ifPresent(when -> lines.add(messages.get("origin.when", Provenance.plain(when))));
    lines.add(
        claim.isSynthetic()
            ? messages.get("origin.synthetic")
            : claim
                .source()
                .map(source -> messages.get("origin.source", Provenance.plain(source)))
                .orElse(messages.get("origin.nosource")));
    claim.description().map(Provenance::plain).ifPresent(lines::add);
    return lines;
  }

  private static String by(Provenance.Signature signature, Messages messages) {
    return messages.get(
        signature.own() ? "origin.by.own" : "origin.by.other",
        Provenance.plain(signature.name()),
        Provenance.plain(signature.issuer()));
  }
}
