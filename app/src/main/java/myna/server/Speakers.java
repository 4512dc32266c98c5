package myna.server;

import java.util.Optional;
import java.util.function.Supplier;
import myna.engine.PackLease;
import myna.text.TextSettings;
import myna.voice.VoiceLibrary;

/**
 * What a server speaks with.
 *
 * @param pack closed by its owner, after the server
 * @param library whose voices are asked for by name
 * @param voice the name of the one that speaks where a request names none
 * @param reading how texts are read, asked for each
 * @param jobs how many sentences are made at once
 */
public record Speakers(
    PackLease pack,
    VoiceLibrary library,
    Optional<String> voice,
    Supplier<TextSettings> reading,
    int jobs) {
  /** Checks the number. */
  public Speakers {
    if (jobs < 1) {
      throw new IllegalArgumentException("at least one sentence is made at once, not " + jobs);
    }
  }
}
