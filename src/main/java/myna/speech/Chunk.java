package myna.speech;

import java.util.List;
import myna.text.Word;

/**
 * Words that are synthesized together, in one voice.
 *
 * @param words at least one
 * @param voice name or null
 * @param pauseSeconds of silence that follows within the sentence; 0 after the last chunk
 */
record Chunk(List<Word> words, String voice, double pauseSeconds) {
  Chunk {
    words = List.copyOf(words);
  }
}
