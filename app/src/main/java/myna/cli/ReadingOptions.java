package myna.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import myna.text.TextException;
import myna.text.TextSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how a text is read. */
final class ReadingOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--locale",
      paramLabel = "TAG",
      description = "en-US (default) or en-GB.",
      defaultValue = "en-US")
  private String localeTag;

  @Option(
      names = "--lexicon",
      paramLabel = "FILE",
      description =
          "Pronunciations of one's own, before those of lexicon.tsv in Myna's folder; may be given"
              + " more than once, the first counts.")
  private List<Path> lexicons = List.of();

  /** The settings; bad use if the locale is none. */
  TextSettings settings() throws TextException {
    return TextSettings.DEFAULT.withLocale(locale()).withLexicons(Places.here().lexicons(lexicons));
  }

  private Locale locale() {
    return switch (localeTag) {
      case "en-US", "en_US", "en" -> Locale.US;
      case "en-GB", "en_GB" -> Locale.UK;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--locale must be en-US or en-GB, not " + localeTag + ".");
    };
  }
}
