package myna.engine;

import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.resgen.adapt.AdaptedVoice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;

/** A voice that does not come out of the library, and has to pass as if it came into it. */
record GuardedVoice(VoiceSource voice, VoiceLibrary.Gate gate) implements VoiceSource {
  @Override
  public String fingerprint() throws EngineException {
    return voice.fingerprint();
  }

  @Override
  public List<Audio> clips() throws EngineException {
    List<Audio> clips = voice.clips();
    try {
      gate.check(clips);
    } catch (VoiceException e) {
      throw EngineException.of(e);
    }
    return clips;
  }

  @Override
  public Optional<AdaptedVoice> adapted(String pack) throws EngineException {
    return voice.adapted(pack);
  }
}
