package myna.engine;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.resgen.adapt.AdaptedVoice;
import myna.resgen.adapt.AdditionsException;
import myna.voice.Clip;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;

/**
 * A voice of the library, told by its clips and by what it is adapted by: neither name nor notes
 * change how it sounds.
 */
record LibraryVoice(VoiceLibrary library, Voice voice) implements VoiceSource {
  @Override
  public String fingerprint() throws EngineException {
    String clips =
        voice.clips().stream().map(Clip::sha256).sorted().collect(Collectors.joining(" "));
    return bytes()
        .map(bytes -> clips + " " + HexFormat.of().formatHex(Hashes.sha256().digest(bytes)))
        .orElse(clips);
  }

  @Override
  public Optional<AdaptedVoice> adapted(String pack) throws EngineException {
    Optional<byte[]> bytes = bytes();
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(AdaptedVoice.decode(bytes.get())).filter(a -> a.pack().equals(pack));
    } catch (AdditionsException e) {
      String message = "the voice \"" + voice.name() + "\" cannot be used: " + e.getMessage();
      throw EngineException.of(new VoiceException(VoiceException.Reason.DAMAGED, message, e));
    }
  }

  private Optional<byte[]> bytes() throws EngineException {
    try {
      return library.adapted(voice);
    } catch (VoiceException e) {
      throw EngineException.of(e);
    }
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
