package myna.narration.render;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import myna.audio.Audio;
import myna.engine.EngineException;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.resgen.adapt.AdaptedVoice;
import myna.voice.VoiceLibrary;

/**
 * Voices of a book that may be files: a cast names them {@code file:PATH}. All others are
 * another's. What was found once stays as it is while the book is made.
 */
public final class ClipVoices implements Voices {
  private static final String PREFIX = "file:";

  private final Voices others;
  private final VoiceLibrary.Gate gate;
  private final Map<String, VoiceSource> found = new HashMap<>();

  /**
   * @param others who are asked for every other name
   * @param gate that voices of files must pass
   */
  public ClipVoices(Voices others, VoiceLibrary.Gate gate) {
    this.others = others;
    this.gate = gate;
  }

  /** The name of the voice in a file. */
  public static String name(Path file) {
    return PREFIX + file.toAbsolutePath().normalize();
  }

  /** How a voice is called in the credits. */
  public static String shown(String voice) {
    if (!voice.startsWith(PREFIX)) {
      return voice;
    }
    String name = String.valueOf(Path.of(voice.substring(PREFIX.length())).getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  @Override
  public synchronized Optional<VoiceSource> find(String name) throws EngineException {
    if (!found.containsKey(name)) {
      Optional<VoiceSource> voice = name == null ? Optional.empty() : look(name);
      if (voice.isEmpty()) {
        return voice;
      }
      found.put(name, new Remembered(voice.get(), voice.get().fingerprint()));
    }
    return Optional.of(found.get(name));
  }

  private Optional<VoiceSource> look(String name) throws EngineException {
    return name.startsWith(PREFIX)
        ? Optional.of(file(Path.of(name.substring(PREFIX.length()))))
        : others.find(name);
  }

  private VoiceSource file(Path clip) {
    return VoiceSource.ofFiles(List.of(clip)).guardedBy(gate);
  }

  /** A voice whose fingerprint is asked for at every sentence. */
  private record Remembered(VoiceSource voice, String fingerprint) implements VoiceSource {
    @Override
    public List<Audio> clips() throws EngineException {
      return voice.clips();
    }

    @Override
    public Optional<AdaptedVoice> adapted(String pack) throws EngineException {
      return voice.adapted(pack);
    }
  }
}
