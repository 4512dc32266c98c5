package myna.server;

import java.util.List;
import java.util.Optional;
import myna.engine.VoiceSource;
import myna.voice.Voice;
import myna.voice.VoiceException;

/** Finds voices by the names that clients call them. */
final class VoiceNames {
  private VoiceNames() {}

  /**
   * Who speaks.
   *
   * @param asked the name, whatever the case of its letters; where none is asked for, the one named
   *     at the start speaks, or the only one there is
   */
  static VoiceSource find(Speakers speakers, Optional<String> asked) throws ApiError {
    Optional<String> name = asked.or(speakers::voice);
    try {
      List<Voice> all = speakers.library().list().voices();
      Optional<Voice> found =
          name.isEmpty() && all.size() == 1
              ? Optional.of(all.getFirst())
              : all.stream().filter(v -> v.name().equalsIgnoreCase(name.orElse(""))).findFirst();
      Voice voice =
          found.orElseThrow(
              () -> ApiError.noVoice(name.orElse(null), all.stream().map(Voice::name).toList()));
      return VoiceSource.of(speakers.library(), voice);
    } catch (VoiceException e) {
      throw ApiError.of(e);
    }
  }
}
