package myna.speech;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import myna.resgen.SamplingSettings;

/**
 * What was chosen about how something is spoken; what was not is the model's own. The one
 * description of it, which commands, the studio and projects share; as a text it is such as {@code
 * seed=3 steps=12}.
 *
 * @param values by knob
 */
public record SpeechOptions(Map<Knob, String> values) {
  /** Nothing is chosen: seed 0, usual speed, unchecked, everything else as the model has it. */
  public static final SpeechOptions NONE = new SpeechOptions(Map.of());

  /** Copies the map. */
  public SpeechOptions {
    values = Map.copyOf(values);
  }

  /** Reads what {@link #toString} wrote; what no knob is called is passed over. */
  public static SpeechOptions parse(String text) {
    Map<Knob, String> values = new EnumMap<>(Knob.class);
    for (String option : text.split(" ", -1)) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        Knob.of(option.substring(0, equals))
            .ifPresent(knob -> values.put(knob, option.substring(equals + 1)));
      }
    }
    return new SpeechOptions(values);
  }

  /** What was chosen for a knob. */
  public Optional<String> value(Knob knob) {
    return Optional.ofNullable(values.get(knob));
  }

  /**
   * The same with another choice.
   *
   * @param value null leaves it as it is
   */
  public SpeechOptions with(Knob knob, Object value) {
    if (value == null) {
      return this;
    }
    Map<Knob, String> changed = new EnumMap<>(Knob.class);
    changed.putAll(values);
    changed.put(knob, value.toString());
    return new SpeechOptions(changed);
  }

  /** These choices, and those of another where there is none here. */
  public SpeechOptions or(SpeechOptions other) {
    Map<Knob, String> all = new EnumMap<>(Knob.class);
    all.putAll(other.values);
    all.putAll(values);
    return new SpeechOptions(all);
  }

  /**
   * The settings that this means.
   *
   * @param defaults of the model
   * @throws IllegalArgumentException if a value is out of its range
   */
  public SpeechSettings settings(SamplingSettings defaults) {
    SpeechSettings settings = new SpeechSettings(defaults, 1, 0, CheckSettings.OFF);
    for (Knob knob : Knob.values()) {
      if (values.containsKey(knob)) {
        settings = knob.turn(settings, values.get(knob));
      }
    }
    return settings;
  }

  /**
   * Checks the values before any model is there.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public void check() {
    settings(SamplingSettings.PLAIN);
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .sorted(Comparator.comparing(option -> option.getKey().key()))
        .map(option -> option.getKey().key() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }
}
