package myna.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import myna.engine.EngineException;
import myna.engine.Voices;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Sentence;

/**
 * How short sentences sounded, since screen readers say the same letters and names of buttons again
 * and again, and equal calls give equal samples. Safe for use by several threads.
 */
final class ShortSentences {
  private static final int MOST_WORDS = 4;

  /** At a second each, 30 MB. */
  private static final int MOST = 300;

  private final SequencedMap<Key, SpokenSentence> spoken = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * All that decides on the sound.
   *
   * @param voices fingerprints of those who speak in it
   */
  record Key(Sentence sentence, List<String> voices, SpeechSettings settings) {}

  /** The key of a sentence that is short enough. */
  static Optional<Key> key(Sentence sentence, Voices voices, SpeechSettings settings)
      throws EngineException {
    if (sentence.words().size() > MOST_WORDS) {
      return Optional.empty();
    }
    List<String> fingerprints = new ArrayList<>();
    for (var word : sentence.words()) {
      fingerprints.add(voices.get(word.controls().voice()).fingerprint());
    }
    return Optional.of(new Key(sentence, fingerprints, settings));
  }

  /** How it sounded, if that is known. */
  synchronized Optional<SpokenSentence> find(Key key) {
    return Optional.ofNullable(spoken.get(key));
  }

  /** Keeps it in place of the one that was not asked for the longest. */
  synchronized void keep(Key key, SpokenSentence sentence) {
    spoken.put(key, sentence);
    if (spoken.size() > MOST) {
      spoken.pollFirstEntry();
    }
  }
}
