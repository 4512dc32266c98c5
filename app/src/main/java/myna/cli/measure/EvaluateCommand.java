package myna.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.cli.ConsoleProgress;
import myna.cli.EngineOptions;
import myna.cli.Json;
import myna.cli.Places;
import myna.cli.SpeechKnobs;
import myna.codec.SeededNoise;
import myna.engine.EngineException;
import myna.engine.VoiceSource;
import myna.jobs.Progress;
import myna.onnx.PackException;
import myna.onnx.pack.Dnsmos;
import myna.onnx.pack.ModelPack;
import myna.resgen.adapt.AdaptedVoice;
import myna.speech.SpeechException;
import myna.speech.SpeechSettings;
import myna.speech.measure.Evaluator;
import myna.speech.measure.Evaluator.Outcome;
import myna.speech.measure.PlantedErrors;
import myna.speech.model.SpeechModel;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code myna evaluate}: speaks a list of cases and measures what comes of it. */
@Command(
    name = "evaluate",
    description = "Speaks a list of cases and measures what comes of it.",
    mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
  private static final double[] THRESHOLDS = {-1, -2, -3, -4, -5, -6, -8};

  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private SpeechKnobs knobs;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      required = true,
      description = "Lines of reference, text and perhaps recording of the text, parted by tabs.")
  private Path list;

  @Option(
      names = "--dnsmos",
      paramLabel = "FILE",
      description = "sig_bak_ovr.onnx of the DNS Challenge, to predict mean opinion scores.")
  private Path dnsmos;

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      description = "Keeps what was spoken as 000.wav, 001.wav, ...")
  private Path outputFolder;

  @Option(
      names = "--voice",
      paramLabel = "NAME",
      description =
          "A voice of the library that speaks everything, as the pack is adapted to it; the"
              + " references are only what it is compared with.")
  private String voice;

  @Option(
      names = "--others",
      paramLabel = "DIR",
      description = "Clips of other voices, among which that of every reference is looked for.")
  private Path others;

  @Option(
      names = "--planted",
      description =
          "Speaks nothing, but plants errors in the recordings, and counts how many are heard.")
  private boolean planted;

  @Option(names = "--json", description = "Prints one JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call()
      throws AudioException,
          EngineException,
          PackException,
          SpeechException,
          VoiceException,
          IOException {
    knobs.options();
    List<CaseList.Entry> entries = CaseList.read(list);
    if (outputFolder != null) {
      Files.createDirectories(outputFolder);
    }
    ModelPack pack = engine.pack();
    try (SpeechModel model = pack.load(engine.runtime());
        Dnsmos meter = dnsmos == null ? null : Dnsmos.open(dnsmos, engine.runtime());
        ConsoleProgress progress = new ConsoleProgress("evaluating")) {
      TextFrontEnd frontEnd =
          new EnglishFrontEnd(TextSettings.DEFAULT.withLearned(model.graphemeToPhoneme()));
      Evaluator evaluator = new Evaluator(model, frontEnd, meter);
      SpeechSettings settings = knobs.options().settings(model.format().defaults());
      if (planted) {
        plant(evaluator, model, entries, progress);
        return ExitCode.OK;
      }
      Map<Path, Audio> references = know(evaluator, entries);
      if (voice != null) {
        adapt(evaluator, references.values(), pack);
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (CaseList.Entry entry : entries) {
        progress.report((double) outcomes.size() / entries.size(), entry.text());
        Audio reference = references.get(entry.reference());
        outcomes.add(evaluate(evaluator, reference, entry, settings, outcomes.size()));
      }
      List<EvaluationReport.Row> rows = new ArrayList<>();
      for (int i = 0; i < outcomes.size(); i++) {
        rows.add(EvaluationReport.row(entries.get(i).text(), outcomes.get(i)));
      }
      print(
          new EvaluationReport(
              model.format().pack(),
              model.device(),
              settings.sampling().steps(),
              evaluator.voices(),
              EvaluationReport.row("all " + outcomes.size(), outcomes),
              rows));
    }
    return ExitCode.OK;
  }

  private void plant(
      Evaluator evaluator, SpeechModel model, List<CaseList.Entry> entries, Progress progress)
      throws AudioException {
    PlantedErrors errors = new PlantedErrors(model, new SplittableRandom(1));
    int done = 0;
    for (CaseList.Entry entry : entries) {
      progress.report((double) done++ / entries.size(), entry.text());
      if (entry.recording() != null) {
        evaluator.plant(errors, AudioFiles.read(entry.recording()), entry.text());
      }
    }
    List<PlantedErrors.Row> rows = errors.rows(THRESHOLDS);
    if (json) {
      spec.commandLine().getOut().println(Json.write(rows));
    } else {
      EvaluationReport.planted(rows).forEach(spec.commandLine().getOut()::println);
    }
  }

  /** Makes all voices known; returns the references, each read once. */
  private Map<Path, Audio> know(Evaluator evaluator, List<CaseList.Entry> entries)
      throws AudioException, IOException {
    if (others != null) {
      try (Stream<Path> files = Files.list(others)) {
        for (Path file : files.sorted().toList()) {
          evaluator.know(AudioFiles.read(file));
        }
      }
    }
    Map<Path, Audio> references = new HashMap<>();
    for (CaseList.Entry entry : entries) {
      if (!references.containsKey(entry.reference())) {
        Audio reference = AudioFiles.read(entry.reference());
        evaluator.know(reference);
        references.put(entry.reference(), reference);
      }
    }
    return references;
  }

  private void adapt(Evaluator evaluator, Iterable<Audio> references, ModelPack pack)
      throws EngineException, SpeechException, VoiceException {
    VoiceLibrary library = Places.here().library();
    VoiceSource source = VoiceSource.of(library, library.get(voice));
    Optional<AdaptedVoice> adapted = source.adapted(pack.identity());
    for (Audio reference : references) {
      evaluator.adapt(reference, source.clips(), adapted);
    }
  }

  private Outcome evaluate(
      Evaluator evaluator,
      Audio reference,
      CaseList.Entry entry,
      SpeechSettings settings,
      int number)
      throws AudioException, SpeechException {
    Audio recording = entry.recording() == null ? null : AudioFiles.read(entry.recording());
    long seed = SeededNoise.derive(settings.seed(), number);
    Outcome outcome =
        evaluator.evaluate(
            new Evaluator.Case(reference, entry.text(), recording), settings.withSeed(seed));
    if (outputFolder != null) {
      AudioFiles.write(outputFolder.resolve("%03d.wav".formatted(number)), outcome.audio());
    }
    return outcome;
  }

  private void print(EvaluationReport report) {
    if (json) {
      spec.commandLine().getOut().println(Json.write(report));
    } else {
      report.table().forEach(spec.commandLine().getOut()::println);
    }
  }
}
