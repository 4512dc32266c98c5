package myna.speech;

import java.util.List;
import myna.text.Pause;
import myna.text.Word;

/**
 * Words that are synthesized together, in one voice.
 *
 * @param words at least one
 * @param voice name or null
 * @param pause that follows within the sentence; none after the last chunk
 */
record Chunk(List<Word> words, String voice, Pause pause) {
  Chunk {
    words = List.copyOf(words);
  }
}
