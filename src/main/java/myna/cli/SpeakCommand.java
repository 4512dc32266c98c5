package myna.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.jobs.Cancellation;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.speech.Speech;
import myna.speech.SpeechException;
import myna.speech.SpeechModel;
import myna.speech.SpeechRequest;
import myna.speech.SpeechSettings;
import myna.speech.SpokenWord;
import myna.speech.Stage;
import myna.speech.Synthesizer;
import myna.speech.VoiceCast;
import myna.speech.VoiceFeatures;
import myna.speech.measure.Similarity;
import myna.text.TextException;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.watermark.SyntheticNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code myna speak}: a text in the voice of a clip, to a file. */
@Command(
    name = "speak",
    description = "Speaks a text in the voice of a reference clip.",
    mixinStandardHelpOptions = true)
public final class SpeakCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private SamplingOptions sampling;
  @Mixin private TextSource source;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      required = true,
      description =
          "A clip of the voice: 3 s are enough, 10 s are better. No transcript is needed. Given"
              + " several times, the clips are combined.")
  private List<Path> references;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "Where to write; the extension says in which format.")
  private Path output;

  @Option(
      names = "--lexicon",
      paramLabel = "FILE",
      description =
          "Pronunciations of one's own, before those of lexicon.tsv in Myna's folder; may be given"
              + " more than once.")
  private List<Path> lexicons = List.of();

  @Mixin private MarkOption mark;

  @Option(names = "--json", description = "Prints one JSON object about the result.")
  private boolean json;

  @Option(
      names = "--timings",
      paramLabel = "FILE",
      description = "Writes the time of every stage as JSON.")
  private Path timings;

  @Override
  public Integer call()
      throws AudioException, PackException, SpeechException, TextException, IOException {
    sampling.check();
    Outputs.check(output);
    List<Audio> clips = new ArrayList<>();
    for (Path reference : references) {
      clips.add(AudioFiles.read(reference));
    }
    String text = source.read();
    TextSettings reading = TextSettings.DEFAULT.withLexicons(Places.here().lexicons(lexicons));
    long start = System.nanoTime();
    CompletableFuture<TextFrontEnd> frontEnd =
        CompletableFuture.supplyAsync(() -> new TextFrontEnd(reading));
    ModelPack pack = engine.pack();
    try (SpeechModel model = pack.load(engine.runtime());
        ConsoleProgress progress = new ConsoleProgress("speaking")) {
      Synthesizer synthesizer = new Synthesizer(model, frontEnd.join());
      SpeechSettings settings = sampling.settings(model.format().defaults());
      long loaded = System.nanoTime();
      VoiceFeatures voice = synthesizer.voice(clips);
      long listened = System.nanoTime();
      Speech speech =
          synthesizer.speak(
              new SpeechRequest(text, VoiceCast.of(voice), settings), progress, Cancellation.NEVER);
      long spoken = System.nanoTime();
      AudioFiles.write(output, mark.apply(speech.audio()), SyntheticNote.labels());
      report(speech, clips.getFirst(), model, settings, spoken - listened);
      warn(speech.words(), settings);
      writeTimings(speech, loaded - start, listened - loaded);
    }
    return ExitCode.OK;
  }

  private void report(
      Speech speech, Audio reference, SpeechModel model, SpeechSettings settings, long nanos) {
    if (!json) {
      return;
    }
    double seconds = speech.audio().seconds();
    SpeakReport report =
        new SpeakReport(
            Json.rounded(seconds),
            Json.rounded(nanos / 1e9),
            Json.rounded(nanos / 1e9 / seconds),
            Json.rounded(speech.firstNanos() / 1e9),
            model.device(),
            settings.sampling().steps(),
            settings.seed(),
            mark.isOn(),
            speech.cost().evaluations(),
            model.format().pack(),
            Similarity.of(model, speech.audio(), reference).map(Json::rounded).orElse(null),
            speech.words().stream().map(SpeakCommand::entry).toList());
    spec.commandLine().getOut().println(Json.write(report));
  }

  private static SpeakReport.SpokenEntry entry(SpokenWord word) {
    return new SpeakReport.SpokenEntry(
        word.text(),
        Json.rounded(word.start()),
        Json.rounded(word.end()),
        Double.isNaN(word.score()) ? null : Json.rounded(word.score()));
  }

  private void warn(List<SpokenWord> words, SpeechSettings settings) {
    PrintWriter err = spec.commandLine().getErr();
    for (SpokenWord word : words) {
      if (word.score() < settings.check().doubtful()) {
        err.printf("myna: '%s' at %.2f s is hard to make out%n", word.text(), word.start());
      }
    }
  }

  private void writeTimings(Speech speech, long loadNanos, long voiceNanos) throws IOException {
    if (timings == null) {
      return;
    }
    Map<String, Double> stages = new TreeMap<>();
    for (Stage stage : Stage.values()) {
      stages.put(stage.key(), speech.cost().seconds(stage));
    }
    stages.put("reference", voiceNanos / 1e9);
    double total = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    Json.write(timings, new SpeakReport.Timings(loadNanos / 1e9, total, stages));
  }
}
