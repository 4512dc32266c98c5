package myna.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.resgen.adapt.AdaptedVoice;
import myna.voice.Voice;
import myna.voice.VoiceLibrary;

/** Where a voice comes from: clips of it, and what tells it from others. */
public interface VoiceSource {
  /** What decides on its sound: equal where the clips are, and what it is adapted by. */
  String fingerprint() throws EngineException;

  /**
   * Its clips, each of any rate and level.
   *
   * @return at least one
   */
  List<Audio> clips() throws EngineException;

  /**
   * What a pack is adapted by to this voice.
   *
   * @param pack its identity
   * @return empty where none is, or another
   */
  @SuppressWarnings("exports") // what a voice has learned is read by the engine
  default Optional<AdaptedVoice> adapted(String pack) throws EngineException {
    return Optional.empty();
  }

  /** This voice, whose clips must pass a gate whenever they are heard. */
  default VoiceSource guardedBy(VoiceLibrary.Gate gate) {
    return new GuardedVoice(this, gate);
  }

  /** The voice of clips in memory. */
  static VoiceSource of(List<Audio> clips) {
    return new ClipsVoice(List.copyOf(clips));
  }

  /** The voice of files of sound, of any format. */
  static VoiceSource ofFiles(List<Path> files) {
    return new FilesVoice(List.copyOf(files));
  }

  /** A voice of the library. */
  static VoiceSource of(VoiceLibrary library, Voice voice) {
    return new LibraryVoice(library, voice);
  }
}
