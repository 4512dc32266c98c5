package myna.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.provenance.Provenance;
import myna.provenance.ProvenanceReader;
import myna.watermark.Detection;
import myna.watermark.WatermarkDetector;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code myna check}: what is known of a file of sound. */
@Command(
    name = "check",
    description =
        "Tells what a file of sound says of where it comes from, whether that was changed, and"
            + " whether Myna's mark is in it. It ends with 1 where a signed file was changed.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file of any common format, of any program.")
  private Path file;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  /**
   * What {@code --json} prints.
   *
   * @param manifest null where there is none
   */
  private record Report(Manifest manifest, Mark watermark) {}

  /**
   * What the manifest says.
   *
   * @param problems what is not as it was signed
   * @param signer as the certificate says; null where that cannot be told
   * @param own whether it is signed with this user's own key
   */
  private record Manifest(
      String state,
      List<String> problems,
      String generator,
      String when,
      String source,
      String description,
      String softBinding,
      String signer,
      String issuer,
      Boolean own) {
    static Manifest of(Provenance found) {
      Provenance.Claim claim = found.claim();
      return new Manifest(
          key(found.state()),
          found.problems().stream().map(Manifest::key).toList(),
          claim.generator(),
          claim.when().orElse(null),
          claim.source().orElse(null),
          claim.description().orElse(null),
          claim.softBinding().orElse(null),
          found.signature().map(Provenance.Signature::name).orElse(null),
          found.signature().map(Provenance.Signature::issuer).orElse(null),
          found.signature().map(Provenance.Signature::own).orElse(null));
    }

    private static String key(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was found of the mark in the sound. */
  private record Mark(String verdict, double score, double falseAlarm) {}

  @Override
  public Integer call() throws AudioException, IOException {
    Detection mark = WatermarkDetector.detect(AudioFiles.read(file));
    Optional<Provenance> found = ProvenanceReader.knowing(Places.here().signingKey()).read(file);
    if (json) {
      report(found, mark);
    } else {
      print(found, mark);
    }
    boolean changed = found.filter(f -> f.state() == Provenance.State.CHANGED).isPresent();
    return changed ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private void report(Optional<Provenance> found, Detection mark) {
    String verdict = mark.verdict().name().toLowerCase(Locale.ROOT);
    Report report =
        new Report(
            found.map(Manifest::of).orElse(null),
            new Mark(verdict, Json.rounded(mark.score()), mark.falseAlarm()));
    spec.commandLine().getOut().println(Json.write(report));
  }

  private void print(Optional<Provenance> found, Detection mark) {
    PrintWriter out = spec.commandLine().getOut();
    if (found.isPresent()) {
      ProvenanceSentences.of(found.get()).forEach(out::println);
    } else {
      out.println("signed: no, there is no manifest in the file or beside it");
    }
    out.println("mark in the sound: " + DetectSentence.of(mark));
  }
}
