package myna.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import myna.audio.AudioException;
import myna.delivery.SpeechWriter;
import myna.delivery.WritingListener;
import myna.engine.Engine;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.SpeechRequest;
import myna.engine.VoiceSource;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;
import myna.speech.Speech;
import myna.speech.SpeechSettings;
import myna.speech.SpokenWord;
import myna.speech.Stage;
import myna.text.Notice;
import myna.text.TextException;
import myna.voice.VoiceException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code myna speak}: a text in a voice, to a file or to standard output. */
@Command(
    name = "speak",
    description = "Speaks a text in a voice of the library, or in that of a clip.",
    mixinStandardHelpOptions = true)
public final class SpeakCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private SpeechKnobs knobs;
  @Mixin private ReadingOptions reading;
  @Mixin private TextSource source;

  @ArgGroup(multiplicity = "1")
  private SpeakVoice voice;

  @Mixin private SpeakOutput output;

  @Option(names = "--json", description = "Prints one JSON object about the result.")
  private boolean json;

  @Option(
      names = "--timings",
      paramLabel = "FILE",
      description = "Writes the time of every stage as JSON.")
  private Path timings;

  @Override
  public Integer call()
      throws AudioException, EngineException, TextException, VoiceException, IOException {
    checkUse();
    VoiceSource main = voice.main();
    String text = source.read();
    SpeechRequest request =
        new SpeechRequest(text, reading.settings(), voice.voices(main), knobs.options());
    long start = System.nanoTime();
    try (Engine packs = Places.here().engine();
        PackLease pack = packs.lease(engine.choice())) {
      CompletableFuture<?> read =
          CompletableFuture.supplyAsync(() -> pack.frontEnd(request.reading()));
      String device = pack.device();
      read.join();
      tell(pack.frontEnd(request.reading()).notices(text));
      long loaded = System.nanoTime();
      pack.hear(main);
      long listened = System.nanoTime();
      Speech speech = speak(pack, request);
      voice.warn(spec.commandLine().getErr());
      report(speech, pack, new Spoken(device, main, System.nanoTime() - listened));
      warn(speech.words());
      writeTimings(speech, loaded - start, listened - loaded);
    }
    return ExitCode.OK;
  }

  private void tell(List<Notice> notices) {
    for (Notice notice : notices) {
      spec.commandLine().getErr().println("myna: " + notice.message());
    }
  }

  private void checkUse() throws AudioException {
    knobs.options();
    output.check();
    if (json && output.isStandardOutput()) {
      throw new ParameterException(
          spec.commandLine(), "--json and --output - both need standard output.");
    }
  }

  private Speech speak(PackLease pack, SpeechRequest request)
      throws AudioException, EngineException, IOException {
    int rate = pack.format().signal().outputRate();
    try (ConsoleProgress progress = new ConsoleProgress("speaking");
        SpeechWriter writer = output.open(pack.format())) {
      WritingListener writing = new WritingListener(writer, request.text(), Cancellation.NEVER);
      SpeakListener listener = new SpeakListener(rate, request.text(), writing, progress);
      try {
        pack.stream(request, listener, writing);
      } catch (CancelledException e) {
        writing.checkWritten(); // which is why it was cancelled
        throw e;
      }
      writing.checkWritten();
      writer.commit();
      return listener.speech();
    }
  }

  private SpeechSettings settings(PackLease pack) {
    return knobs.options().settings(pack.format().defaults());
  }

  /**
   * What is reported besides the speech.
   *
   * @param nanos from the request to the file
   */
  private record Spoken(String device, VoiceSource voice, long nanos) {}

  private void report(Speech speech, PackLease pack, Spoken spoken) throws EngineException {
    if (!json) {
      return;
    }
    double seconds = speech.audio().seconds();
    OptionalDouble similarity = pack.likeness(speech.audio(), spoken.voice());
    SpeechSettings settings = settings(pack);
    SpeakReport report =
        new SpeakReport(
            Json.rounded(seconds),
            Json.rounded(spoken.nanos() / 1e9),
            Json.rounded(spoken.nanos() / 1e9 / seconds),
            Json.rounded(speech.firstNanos() / 1e9),
            spoken.device(),
            settings.sampling().steps(),
            settings.seed(),
            output.sound().watermark(),
            speech.cost().evaluations(),
            pack.format().pack(),
            similarity.isPresent() ? Json.rounded(similarity.getAsDouble()) : null,
            speech.words().stream().map(SpeakCommand::entry).toList());
    spec.commandLine().getOut().println(Json.write(report));
  }

  private static SpeakReport.SpokenEntry entry(SpokenWord word) {
    return new SpeakReport.SpokenEntry(
        word.text(),
        Json.rounded(word.start()),
        Json.rounded(word.end()),
        word.clarity().isChecked() ? Json.rounded(word.clarity().score()) : null);
  }

  private void warn(List<SpokenWord> words) {
    PrintWriter err = spec.commandLine().getErr();
    DoubtLines.of(words).forEach(line -> err.println("myna: " + line));
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
