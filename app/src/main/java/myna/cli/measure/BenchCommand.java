package myna.cli.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.cli.EngineOptions;
import myna.cli.Json;
import myna.cli.SpeechKnobs;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.resgen.SamplingSettings;
import myna.speech.Recital;
import myna.speech.SpeechException;
import myna.speech.SpeechModel;
import myna.speech.SpeechSettings;
import myna.speech.Synthesizer;
import myna.speech.VoiceCast;
import myna.speech.measure.Benchmark;
import myna.speech.measure.MachineLimit;
import myna.speech.measure.Soak;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code myna bench}: how fast it speaks here. */
@Command(
    name = "bench",
    description = "Measures how fast Myna speaks on this machine.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  /** The pack's metric of what one frame of one branch costs the generator. */
  private static final String MULTIPLICATIONS = "generator.multiplications";

  /** How often a soak looks at memory. */
  private static final int LOOKS = 20;

  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private SpeechKnobs knobs;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      required = true,
      description = "A clip of the voice.")
  private Path reference;

  @Option(
      names = "--words",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,10,40,200",
      description = "Lengths of text (default: ${DEFAULT-VALUE}).")
  private List<Integer> words;

  @Option(
      names = "--sweep-steps",
      paramLabel = "N",
      split = ",",
      description = "Also speaks ten words with these numbers of steps.")
  private List<Integer> sweepSteps = new ArrayList<>();

  @Option(
      names = "--sweep-depths",
      paramLabel = "N",
      split = ",",
      description = "Also speaks ten words with these numbers of depths.")
  private List<Integer> sweepDepths = new ArrayList<>();

  @Option(
      names = "--sweep-threads",
      paramLabel = "N",
      split = ",",
      description = "Also speaks ten words with these numbers of threads.")
  private List<Integer> sweepThreads = new ArrayList<>();

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "3",
      description = "Runs of which the median counts (default: ${DEFAULT-VALUE}).")
  private int repeats;

  @Option(
      names = "--others",
      description =
          "Also times whole commands: this one's speak, and other speech programs installed here.")
  private boolean others;

  @Option(
      names = "--soak",
      paramLabel = "N",
      description =
          "Instead, speaks this many short sentences, and shows memory and open files meanwhile.")
  private Integer soak;

  @Option(names = "--json", description = "Prints one JSON object instead of a table.")
  private boolean json;

  private final Map<String, Double> startMillis = new LinkedHashMap<>();
  private final List<BenchReport.Row> rows = new ArrayList<>();

  @Override
  public Integer call()
      throws AudioException, PackException, SpeechException, IOException, InterruptedException {
    knobs.options();
    requirePositive(words, sweepSteps, sweepDepths, sweepThreads, List.of(repeats));
    Audio clip = AudioFiles.read(reference);
    if (soak != null) {
      soak(clip, soak);
      return ExitCode.OK;
    }
    startMillis.put(
        "process to command", (double) ManagementFactory.getRuntimeMXBean().getUptime());
    long start = System.nanoTime();
    TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);
    note("text front end", start);
    start = System.nanoTime();
    ModelPack pack = engine.pack();
    note("pack, all sums", start);
    String name;
    String device;
    start = System.nanoTime();
    try (SpeechModel model = pack.load(engine.runtime())) {
      note("model", start);
      name = model.format().pack();
      device = model.device();
      measure(recital(model, frontEnd), clip, model);
    }
    for (int threads : sweepThreads) {
      try (SpeechModel model = pack.load(engine.runtime(threads))) {
        Benchmark benchmark = benchmark(recital(model, frontEnd), clip);
        measure(benchmark, model, 10, knobs.options().settings(model.format().defaults()), threads);
      }
    }
    Double peak = Machine.peakMegabytes();
    print(
        new BenchReport(
            Machine.describe(),
            name,
            device,
            startMillis,
            peak,
            limit(pack.manifest().metrics().get(MULTIPLICATIONS)),
            rows,
            others ? timeOthers() : List.of()));
    return ExitCode.OK;
  }

  /** What the network reaches of what the machine can do, in the longest text. */
  private BenchReport.Limit limit(Double multiplicationsPerFrame) {
    double limit = MachineLimit.operationsPerSecond(engine.runtime().threads());
    if (multiplicationsPerFrame == null || rows.isEmpty()) {
      return new BenchReport.Limit(Json.rounded(limit / 1e9), null, null);
    }
    double reached =
        rows.stream()
            .filter(row -> row.threads() == engine.runtime().threads())
            .mapToDouble(
                row -> 2 * multiplicationsPerFrame * row.frameEvaluations() / row.networkSeconds())
            .max()
            .orElseThrow();
    return new BenchReport.Limit(
        Json.rounded(limit / 1e9), Json.rounded(reached / 1e9), Json.rounded(reached / limit));
  }

  private List<OtherPrograms.Row> timeOthers() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("myna-bench");
    List<OtherPrograms.Row> timed = new ArrayList<>();
    OtherPrograms programs = new OtherPrograms(folder);
    for (int count : List.of(10, 40)) {
      String text = Benchmark.text(count);
      List<String> own = new ArrayList<>(engine.arguments());
      own.addAll(List.of("--reference", reference.toString(), "--text", text));
      programs.timeOwn(count, own).ifPresent(timed::add);
      timed.addAll(programs.time(count, text));
    }
    Files.deleteIfExists(folder.resolve("text.txt"));
    Files.delete(folder);
    return timed;
  }

  private void measure(Recital recital, Audio clip, SpeechModel model) throws SpeechException {
    long start = System.nanoTime();
    recital.synthesizer().voice(clip);
    note("reference, first time", start);
    start = System.nanoTime();
    Benchmark benchmark = benchmark(recital, clip);
    note("reference, warm", start);
    SpeechSettings settings = knobs.options().settings(model.format().defaults());
    int threads = engine.runtime().threads();
    for (int count : words) {
      measure(benchmark, model, count, settings, threads);
    }
    for (int steps : sweepSteps) {
      SamplingSettings other = settings.sampling().withSteps(steps);
      measure(benchmark, model, 10, settings.withSampling(other), threads);
    }
    for (int depths : sweepDepths) {
      SamplingSettings.Reveal reveal = settings.sampling().reveal();
      SamplingSettings other =
          settings
              .sampling()
              .withReveal(new SamplingSettings.Reveal(reveal.gumbel(), reveal.spread(), depths));
      measure(benchmark, model, 10, settings.withSampling(other), threads);
    }
  }

  private void soak(Audio clip, int sentences) throws PackException, SpeechException {
    requirePositive(List.of(sentences));
    List<SoakReport.Row> seen = new ArrayList<>();
    try (SpeechModel model = engine.pack().load(engine.runtime())) {
      Recital recital = recital(model, new EnglishFrontEnd(TextSettings.DEFAULT));
      VoiceCast voice = VoiceCast.of(recital.synthesizer().voice(clip));
      SpeechSettings settings = knobs.options().settings(model.format().defaults());
      new Soak(recital, voice, settings)
          .run(
              sentences,
              Math.ceilDiv(sentences, LOOKS),
              (spoken, memory) -> seen.add(SoakReport.Row.now(spoken, memory)));
    }
    SoakReport report = SoakReport.of(seen);
    List<String> lines = json ? List.of(Json.write(report)) : report.table();
    lines.forEach(spec.commandLine().getOut()::println);
  }

  private static Recital recital(SpeechModel model, TextFrontEnd frontEnd) {
    return new Recital(new Synthesizer(model), frontEnd.withLearned(model.letterToSound()));
  }

  private Benchmark benchmark(Recital recital, Audio clip) throws SpeechException {
    return new Benchmark(recital, VoiceCast.of(recital.synthesizer().voice(clip)), repeats);
  }

  private void measure(
      Benchmark benchmark, SpeechModel model, int count, SpeechSettings settings, int threads)
      throws SpeechException {
    int depths =
        Math.min(
            settings.sampling().reveal().depths(), model.codec().quantizer().codebooks().depth());
    rows.add(
        BenchReport.Row.of(
            count,
            settings.sampling().steps(),
            depths,
            threads,
            benchmark.measure(Benchmark.text(count), settings)));
  }

  private void note(String what, long start) {
    startMillis.put(what, Json.rounded((System.nanoTime() - start) / 1e6));
  }

  @SafeVarargs
  private void requirePositive(List<Integer>... lists) {
    for (List<Integer> list : lists) {
      for (int value : list) {
        if (value < 1) {
          throw new ParameterException(spec.commandLine(), "counts must be at least 1.");
        }
      }
    }
  }

  private void print(BenchReport report) {
    if (json) {
      spec.commandLine().getOut().println(Json.write(report));
    } else {
      report.table().forEach(spec.commandLine().getOut()::println);
    }
  }
}
