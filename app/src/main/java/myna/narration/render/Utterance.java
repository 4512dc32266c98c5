package myna.narration.render;

import java.util.List;
import myna.audio.Audio;
import myna.narration.project.Take;

/**
 * A sentence that was spoken.
 *
 * @param audio of it, without the pause that follows
 * @param words times of the sentence's words, in their order
 * @param spacing how pauses go with it
 */
public record Utterance(Audio audio, List<Take.WordTime> words, Take.Spacing spacing) {
  public Utterance {
    words = List.copyOf(words);
  }
}
