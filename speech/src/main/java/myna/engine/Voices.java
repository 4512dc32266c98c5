package myna.engine;

import java.util.Optional;
import myna.voice.VoiceException;
import myna.voice.VoiceException.Reason;
import myna.voice.VoiceLibrary;

/** Who speaks: finds voices by the names that a text calls them. */
@FunctionalInterface
public interface Voices {
  /**
   * The voice of a name.
   *
   * @param name null for whoever speaks where the text names nobody
   * @return empty where nobody has that name
   */
  Optional<VoiceSource> find(String name) throws EngineException;

  /** One voice, whatever the text says. */
  static Voices of(VoiceSource voice) {
    return name -> Optional.of(voice);
  }

  /** The voices of a library, by their names; nobody speaks where the text names nobody. */
  static Voices of(VoiceLibrary library) {
    return name -> {
      if (name == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(VoiceSource.of(library, library.get(name)));
      } catch (VoiceException e) {
        if (e.reason() == Reason.NOT_FOUND) {
          return Optional.empty();
        }
        throw EngineException.of(e);
      }
    };
  }

  /** These voices, and another that speaks wherever nobody of them does. */
  default Voices withMain(VoiceSource main) {
    return name -> name == null ? Optional.of(main) : find(name).or(() -> Optional.of(main));
  }

  /**
   * The voice of a name, which must be there.
   *
   * @throws EngineException if nobody has it
   */
  default VoiceSource get(String name) throws EngineException {
    Optional<VoiceSource> found = find(name);
    if (found.isPresent()) {
      return found.get();
    }
    throw EngineException.of(
        new VoiceException(
            Reason.NOT_FOUND,
            name == null
                ? "nobody is named to speak"
                : "there is no voice called \""
                    + name
                    + "\"; myna voice list shows which there are"));
  }
}
