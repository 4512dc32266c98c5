package myna.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import myna.onnx.Device;
import myna.onnx.ModelPack;
import myna.onnx.OnnxGraphemeToPhoneme;
import myna.onnx.PackException;
import myna.onnx.RuntimeSettings;
import myna.text.Analysis;
import myna.text.Expansion;
import myna.text.Notice;
import myna.text.Problem;
import myna.text.Sentence;
import myna.text.Span;
import myna.text.TextException;
import myna.text.TextFrontEnd;
import myna.text.Word;
import myna.text.en.EnglishFrontEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code myna text}: what the text front end makes of standard input, one result per line. */
@Command(
    name = "text",
    description = "Shows how text is read: standard input, one result per line.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TextCommand.Normalize.class,
      TextCommand.Phonemize.class,
      TextCommand.Segment.class
    })
public final class TextCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "text needs normalize, phonemize or segment.");
  }

  /** What the three have in common: their options, reading and failing. */
  abstract static class Step implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Mixin ReadingOptions reading;

    @Option(
        names = "--spans",
        description = "Also print where each result comes from: start-end, counted from 0.")
    boolean spans;

    @Override
    public Integer call() throws TextException, PackException, IOException {
      TextFrontEnd frontEnd = new EnglishFrontEnd(reading.settings());
      return run(frontEnd);
    }

    int run(TextFrontEnd frontEnd) throws PackException, IOException {
      PrintWriter out = new PrintWriter(spec.commandLine().getOut(), false);
      try (BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        read(frontEnd, in, out);
      }
      out.flush();
      return ExitCode.OK;
    }

    abstract void read(TextFrontEnd frontEnd, BufferedReader in, PrintWriter out)
        throws IOException;

    void report(List<Problem> problems, String where) {
      for (Problem problem : problems) {
        String place = where + place(problem.source());
        spec.commandLine().getErr().println("myna: " + place + ": " + problem.message());
      }
    }

    void tell(List<Notice> notices) {
      for (Notice notice : notices) {
        spec.commandLine().getErr().println("myna: " + notice.message());
      }
    }

    static String place(Span span) {
      return span.start() + "-" + span.end();
    }
  }

  /** A step that works line by line, so that each line has its result. */
  abstract static class LineStep extends Step {
    private static final int EXAMINED = 200_000; // characters that are looked through as a whole

    @Override
    void read(TextFrontEnd frontEnd, BufferedReader in, PrintWriter out) throws IOException {
      int number = 0;
      StringBuilder examined = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        read(frontEnd, line, "line " + number + ", ", out);
        if (examined.length() < EXAMINED) {
          examined.append(line).append('\n');
        }
      }
      tell(frontEnd.notices(examined.toString()));
    }

    abstract void read(TextFrontEnd frontEnd, String line, String where, PrintWriter out);
  }

  /** Writes every line out as it is said. */
  @Command(
      name = "normalize",
      description =
          "Writes each line out as it is said; with --spans only what is not said as written.",
      mixinStandardHelpOptions = true)
  static final class Normalize extends LineStep {
    @Override
    void read(TextFrontEnd frontEnd, String line, String where, PrintWriter out) {
      report(frontEnd.problems(line), where);
      if (!spans) {
        out.println(frontEnd.normalize(line));
        return;
      }
      for (Expansion expansion : frontEnd.expansions(line)) {
        Span span = expansion.source();
        out.println(where + place(span) + "\t" + span.of(line) + "\t" + expansion.spoken());
      }
    }
  }

  /** Writes every line's phonemes, words parted by a bar, sentences by two. */
  @Command(
      name = "phonemize",
      description = "Writes each line's phonemes; | parts words, || sentences.",
      mixinStandardHelpOptions = true)
  static final class Phonemize extends LineStep {
    @Option(
        names = "--pack",
        paramLabel = "NAME|DIR",
        description = "Model pack that says unknown words (default: the one delivered with Myna).")
    private String pack;

    @Override
    int run(TextFrontEnd frontEnd) throws PackException, IOException {
      Places places = Places.here();
      if (pack == null && places.packs().folders().isEmpty()) {
        return super.run(frontEnd);
      }
      ModelPack found = ModelPack.describe(places.packs().find(pack));
      RuntimeSettings cpu = new RuntimeSettings(Device.CPU, 1, places.natives());
      Optional<OnnxGraphemeToPhoneme> learned = OnnxGraphemeToPhoneme.of(found, cpu);
      if (learned.isEmpty()) {
        return super.run(frontEnd);
      }
      try (OnnxGraphemeToPhoneme network = learned.get()) {
        return super.run(frontEnd.withLearned(network));
      }
    }

    @Override
    void read(TextFrontEnd frontEnd, String line, String where, PrintWriter out) {
      Analysis analysis = frontEnd.analyze(line);
      report(analysis.problems(), where);
      if (!spans) {
        out.println(
            analysis.sentences().stream()
                .map(Phonemize::phonemes)
                .collect(Collectors.joining(" || ")));
        return;
      }
      for (Sentence sentence : analysis.sentences()) {
        for (Word word : sentence.words()) {
          String phonemes = String.join(" ", word.phonemes());
          out.println(where + place(word.source()) + "\t" + word.spoken() + "\t" + phonemes);
        }
      }
    }

    private static String phonemes(Sentence sentence) {
      return sentence.words().stream()
          .map(word -> String.join(" ", word.phonemes()))
          .collect(Collectors.joining(" | "));
    }
  }

  /** Writes the sentences of the whole text, one per line. */
  @Command(
      name = "segment",
      description = "Writes one sentence per line; with --spans also the pause after it.",
      mixinStandardHelpOptions = true)
  static final class Segment extends Step {
    @Override
    void read(TextFrontEnd frontEnd, BufferedReader in, PrintWriter out) throws IOException {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        text.append(buffer, 0, count);
      }
      String whole = text.toString();
      Analysis analysis = frontEnd.analyze(whole);
      report(analysis.problems(), "");
      tell(frontEnd.notices(whole));
      for (Sentence sentence : analysis.sentences()) {
        String written = sentence.source().of(whole).replaceAll("\\s+", " ");
        out.println(
            spans ? place(sentence.source()) + "\t" + pause(sentence) + "\t" + written : written);
      }
    }

    private static String pause(Sentence sentence) {
      String kind = sentence.pauseAfter().kind().name().toLowerCase(Locale.ROOT);
      return String.format(Locale.ROOT, "%s %.2f s", kind, sentence.pauseAfter().seconds());
    }
  }
}
