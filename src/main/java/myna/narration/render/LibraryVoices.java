package myna.narration.render;

import java.util.stream.Collectors;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.narration.NarrationException;
import myna.narration.NarrationException.Reason;
import myna.voice.Clip;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;

/** The voices of the library, for narrations. */
public final class LibraryVoices implements Voices {
  private final VoiceLibrary library;

  /** The voices of a library, by their names. */
  public LibraryVoices(VoiceLibrary library) {
    this.library = library;
  }

  @Override
  public String fingerprint(String voice) throws NarrationException {
    return voice(voice).clips().stream()
        .map(Clip::sha256)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Override
  public Audio clip(String voice, int sampleRate) throws NarrationException {
    try {
      return library.reference(voice(voice), sampleRate);
    } catch (VoiceException | AudioException e) {
      throw new NarrationException(Reason.BAD_CAST, e.getMessage(), e);
    }
  }

  private Voice voice(String name) throws NarrationException {
    try {
      return library.get(name);
    } catch (VoiceException e) {
      throw new NarrationException(Reason.BAD_CAST, e.getMessage(), e);
    }
  }
}
