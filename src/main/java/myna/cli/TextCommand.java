package myna.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import myna.text.Sentence;
import myna.text.Span;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.Word;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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

    @Option(
        names = "--locale",
        paramLabel = "TAG",
        description = "en-US (default) or en-GB.",
        defaultValue = "en-US")
    String localeTag;

    @Option(
        names = "--spans",
        description = "Also print where each result comes from: start-end, counted from 0.")
    boolean spans;

    @Override
    public Integer call() {
      TextFrontEnd frontEnd = new TextFrontEnd(TextSettings.DEFAULT.withLocale(locale()));
      PrintWriter out = spec.commandLine().getOut();
      try (BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        read(frontEnd, in, out);
      } catch (IOException e) {
        spec.commandLine()
            .getErr()
            .println("myna: standard input cannot be read: " + e.getMessage());
        return ExitCode.SOFTWARE;
      }
      out.flush();
      return ExitCode.OK;
    }

    abstract void read(TextFrontEnd frontEnd, BufferedReader in, PrintWriter out)
        throws IOException;

    private Locale locale() {
      return switch (localeTag) {
        case "en-US", "en_US", "en" -> Locale.US;
        case "en-GB", "en_GB" -> Locale.UK;
        default ->
            throw new ParameterException(
                spec.commandLine(), "--locale must be en-US or en-GB, not " + localeTag + ".");
      };
    }

    String place(Span span) {
      return spans ? span.start() + "-" + span.end() + "\t" : "";
    }
  }

  /** Writes every line out as it is said. */
  @Command(
      name = "normalize",
      description = "Writes each line out as it is said.",
      mixinStandardHelpOptions = true)
  static final class Normalize extends Step {
    @Override
    void read(TextFrontEnd frontEnd, BufferedReader in, PrintWriter out) throws IOException {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.println(frontEnd.normalize(line));
      }
    }
  }

  /** Writes every line's phonemes, words parted by a bar, sentences by two. */
  @Command(
      name = "phonemize",
      description = "Writes each line's phonemes; | parts words, || sentences.",
      mixinStandardHelpOptions = true)
  static final class Phonemize extends Step {
    @Override
    void read(TextFrontEnd frontEnd, BufferedReader in, PrintWriter out) throws IOException {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<Sentence> sentences = frontEnd.sentences(line).toList();
        if (spans) {
          sentences.stream()
              .flatMap(sentence -> sentence.words().stream())
              .forEach(word -> out.println(withSpan(word)));
        } else {
          out.println(
              sentences.stream().map(Phonemize::phonemes).collect(Collectors.joining(" || ")));
        }
      }
    }

    private String withSpan(Word word) {
      return place(word.source()) + word.spoken() + "\t" + String.join(" ", word.phonemes());
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
      description = "Writes one sentence per line.",
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
      frontEnd
          .sentences(whole)
          .forEach(
              s -> out.println(place(s.source()) + s.source().of(whole).replaceAll("\\s+", " ")));
    }
  }
}
