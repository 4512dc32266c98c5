package myna.engine;

import java.util.List;
import java.util.stream.Collectors;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.voice.Clip;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;

/** A voice of the library, told by its clips: neither name nor notes change how it sounds. */
record LibraryVoice(VoiceLibrary library, Voice voice) implements VoiceSource {
  @Override
  public String fingerprint() {
    return voice.clips().stream().map(Clip::sha256).sorted().collect(Collectors.joining(" "));
  }

  @Override
  public List<Audio> clips(int sampleRate) throws EngineException {
    try {
      return List.of(library.reference(voice, sampleRate));
    } catch (VoiceException e) {
      throw EngineException.of(e);
    } catch (AudioException e) {
      throw EngineException.of(e);
    }
  }
}
