package myna.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import myna.audio.Audio;
import myna.speech.SpeechException;
import myna.speech.Synthesizer;
import myna.speech.VoiceCast;
import myna.speech.VoiceFeatures;
import myna.text.Sentence;

/** What a pack has heard of voices: each is listened to once. Safe for use by several threads. */
final class HeardVoices {
  /** Each takes a few megabytes. */
  private static final int MOST = 16;

  private final String pack;
  private final Map<String, VoiceFeatures> heard = new LatestUsed<>(MOST);

  /**
   * Nothing is heard yet.
   *
   * @param pack its identity
   */
  HeardVoices(String pack) {
    this.pack = pack;
  }

  /** What the model hears of a voice. */
  VoiceFeatures hear(VoiceSource voice, Synthesizer synthesizer) throws EngineException {
    String fingerprint = voice.fingerprint();
    synchronized (heard) {
      VoiceFeatures known = heard.get(fingerprint);
      if (known == null) {
        known = listen(voice, synthesizer);
        heard.put(fingerprint, known);
      }
      return known;
    }
  }

  private VoiceFeatures listen(VoiceSource voice, Synthesizer synthesizer) throws EngineException {
    try {
      List<Audio> clips = voice.clips(synthesizer.format().signal().sampleRate());
      return synthesizer.voice(clips, voice.adapted(pack));
    } catch (SpeechException e) {
      throw EngineException.of(e);
    }
  }

  /** Everyone who speaks in a sentence. */
  VoiceCast cast(Sentence sentence, Voices voices, Synthesizer synthesizer) throws EngineException {
    List<String> names =
        sentence.words().stream().map(word -> word.controls().voice()).distinct().toList();
    Map<String, VoiceFeatures> cast = new LinkedHashMap<>();
    for (String name : names) {
      cast.put(name, hear(voices.get(name), synthesizer));
    }
    return name -> Objects.requireNonNull(cast.get(name), "nobody speaks as " + name);
  }
}
