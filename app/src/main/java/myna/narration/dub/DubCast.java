package myna.narration.dub;

import java.util.Optional;
import myna.engine.EngineException;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.narration.read.TimedCue;
import myna.narration.script.Cast;

/**
 * Who speaks a cue: the voice that the cast gives to its speaker, or else to its style; or a voice
 * of the speaker's name; or the narrator.
 *
 * @param cast where {@link #NOBODY} as a voice means that it is not spoken
 * @param voices of the names in the cast
 */
public record DubCast(Cast cast, Voices voices) {
  /** The voice of what is not spoken, such as the style of signs. */
  public static final String NOBODY = "none";

  /** Who speaks, or empty where nobody does. */
  Optional<VoiceSource> voice(TimedCue cue, TimedCue.Turn turn) throws EngineException {
    String name = named(cue, turn);
    if (name != null) {
      return name.equals(NOBODY) ? Optional.empty() : Optional.of(voices.get(name));
    }
    Optional<VoiceSource> namesake =
        turn.speaker().isEmpty() ? Optional.empty() : voices.find(turn.speaker());
    return namesake.isPresent() ? namesake : Optional.of(voices.get(cast.narrator()));
  }

  /** Whether a speaker is given no voice of their own. */
  boolean lacks(TimedCue cue, TimedCue.Turn turn) throws EngineException {
    return !turn.speaker().isEmpty()
        && named(cue, turn) == null
        && voices.find(turn.speaker()).isEmpty();
  }

  private String named(TimedCue cue, TimedCue.Turn turn) {
    String ofSpeaker = cast.speakers().get(turn.speaker());
    return ofSpeaker == null ? cast.speakers().get(cue.style()) : ofSpeaker;
  }
}
