package myna.narration;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.Pitch;
import myna.audio.Resampler;
import myna.narration.script.Cast;
import myna.narration.speakers.Characters;
import myna.narration.speakers.Gender;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;

/**
 * Suggests voices for the people of a story: those of women for women and of men for men, as their
 * pitch tells, each for as few people as can be; the narrator's for whoever tells the story.
 */
public final class CastSuggestion {
  /** Between the usual pitches of men and of women. */
  private static final double WOMEN_FROM_HZ = 165;

  private static final double FRAME_SECONDS = 0.02;
  private static final int SAMPLE_RATE = 16_000;

  private final VoiceLibrary library;
  private final Map<String, Gender> voices = new LinkedHashMap<>();

  /**
   * Listens to the voices of a library; those that cannot be read are nobody's.
   *
   * @throws VoiceException if there is no library
   */
  public CastSuggestion(VoiceLibrary library) throws VoiceException {
    this.library = library;
    library.list().voices().stream()
        .sorted(Comparator.comparing(Voice::name))
        .forEach(voice -> register(voice).ifPresent(gender -> voices.put(voice.name(), gender)));
  }

  private Optional<Gender> register(Voice voice) {
    try {
      Audio longest =
          library.read(voice).stream()
              .max(Comparator.comparingDouble(Audio::seconds))
              .orElseThrow();
      Audio clip = Resampler.resample(longest, SAMPLE_RATE);
      double pitch = Pitch.median(Pitch.track(clip, FRAME_SECONDS));
      if (Double.isNaN(pitch)) {
        return Optional.of(Gender.UNKNOWN);
      }
      return Optional.of(pitch < WOMEN_FROM_HZ ? Gender.MALE : Gender.FEMALE);
    } catch (AudioException e) {
      return Optional.empty();
    }
  }

  /**
   * A voice for each who speaks, by their names; none for those whom no voice suits.
   *
   * @param cast whose choices stay
   */
  public Map<String, String> suggest(List<Characters.Speaking> speaking, Cast cast) {
    Map<String, Integer> used = new HashMap<>();
    cast.speakers().values().forEach(voice -> used.merge(voice, 1, Integer::sum));
    Map<String, String> suggested = new LinkedHashMap<>();
    for (Characters.Speaking one : speaking) {
      String name = one.person().name();
      String chosen = cast.speakers().get(name);
      Optional<String> voice =
          chosen != null
              ? Optional.of(chosen)
              : one.person().isSelf()
                  ? Optional.of(cast.narrator()).filter(narrator -> !narrator.isEmpty())
                  : suited(one.person().gender(), cast.narrator(), used);
      voice.ifPresent(
          found -> {
            suggested.put(name, found);
            used.merge(found, chosen == null ? 1 : 0, Integer::sum);
          });
    }
    return suggested;
  }

  private Optional<String> suited(Gender gender, String narrator, Map<String, Integer> used) {
    return voices.entrySet().stream()
        .filter(voice -> !voice.getKey().equals(narrator))
        .filter(voice -> gender == Gender.UNKNOWN || voice.getValue() == gender)
        .map(Map.Entry::getKey)
        .min(Comparator.comparingInt(voice -> used.getOrDefault(voice, 0)));
  }
}
