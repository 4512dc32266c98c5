package myna.cli.narrate;

import java.util.Optional;
import myna.narration.BookProject.Handling;
import myna.narration.render.Shard;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of narrate that say how the work goes. */
final class NarrateWork {
  @Option(names = "--chapters", description = "Shows the chapters and stops.")
  private boolean chapters;

  @Option(
      names = "--characters",
      description =
          "Shows who speaks in a story and how much, with voices that suit, and stops; what it"
              + " prints can be given with --cast.")
  private boolean characters;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Renders the I-th of N shares and writes no audiobook; any number may run at once.")
  private String shard;

  @Option(
      names = "--merge",
      description = "Writes the audiobook of what the shards made, and renders nothing.")
  private boolean merge;

  @Option(
      names = "--update",
      description = "Takes over a book that was changed; what is the same is kept.")
  private boolean update;

  @Option(
      names = "--repair",
      description = "Makes a damaged project anew; all finished sound is kept.")
  private boolean repair;

  @Option(names = "--json", description = "Prints one JSON object about the result.")
  private boolean json;

  void check(CommandLine line) {
    if (shard != null && (merge || update || repair || listsOnly())) {
      throw new ParameterException(
          line,
          "--shard goes with none of --merge, --update, --repair, --chapters and --characters.");
    }
    try {
      shard();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, e.getMessage() + ".", e);
    }
  }

  Optional<Shard> shard() {
    return Optional.ofNullable(shard).map(Shard::parse);
  }

  boolean merges() {
    return merge;
  }

  boolean listsChapters() {
    return chapters;
  }

  boolean listsCharacters() {
    return characters;
  }

  /** Whether nothing is to be spoken. */
  boolean listsOnly() {
    return chapters || characters;
  }

  boolean printsJson() {
    return json;
  }

  boolean needsNoOutput() {
    return listsOnly() || shard != null;
  }

  Handling handling() {
    if (repair) {
      return Handling.REPAIR;
    }
    return update ? Handling.UPDATE : Handling.STRICT;
  }
}
