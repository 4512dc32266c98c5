package myna.narration.render;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import myna.resgen.SamplingSettings;
import myna.speech.CheckSettings;
import myna.speech.SpeechSettings;

/**
 * What a user chose about how a book sounds; what was not chosen is the model's own. A project
 * keeps it as a text such as {@code seed=3 steps=12}.
 *
 * @param values by name
 */
public record SpeechOptions(Map<String, String> values) {
  /** Another seed, another reading: a whole number; 0 where not chosen. */
  public static final String SEED = "seed";

  /** Sampling steps: a whole number. */
  public static final String STEPS = "steps";

  /** How closely to keep to text and voice. */
  public static final String GUIDANCE = "guidance";

  /** How much chance there is in the sound. */
  public static final String TEMPERATURE = "temperature";

  /** Share of the likeliest components. */
  public static final String TOP_P = "topP";

  /** Relative to what the model finds natural; 1 where not chosen. */
  public static final String SPEED = "speed";

  /** Whether to listen to every sentence and take garbled ones again; true where not chosen. */
  public static final String VERIFY = "verify";

  public SpeechOptions {
    values = Map.copyOf(values);
  }

  /** Reads what {@link #toString} wrote; "" chooses nothing. */
  public static SpeechOptions parse(String text) {
    Map<String, String> values = new TreeMap<>();
    for (String option : text.split(" ", -1)) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        values.put(option.substring(0, equals), option.substring(equals + 1));
      }
    }
    return new SpeechOptions(values);
  }

  /**
   * The same with another choice.
   *
   * @param value null leaves it as it is
   */
  public SpeechOptions with(String name, Object value) {
    if (value == null) {
      return this;
    }
    Map<String, String> changed = new TreeMap<>(values);
    changed.put(name, value.toString());
    return new SpeechOptions(changed);
  }

  /**
   * The settings that this means.
   *
   * @param defaults of the model
   * @throws IllegalArgumentException if a value is out of its range
   */
  public SpeechSettings settings(SamplingSettings defaults) {
    SamplingSettings sampling =
        defaults
            .withSteps(Integer.parseInt(values.getOrDefault(STEPS, "" + defaults.steps())))
            .withGuidance(number(GUIDANCE, defaults.guidance()))
            .withDraw(
                new SamplingSettings.Draw(
                    number(TOP_P, defaults.draw().topP()),
                    number(TEMPERATURE, defaults.draw().temperature())));
    CheckSettings check =
        values.getOrDefault(VERIFY, "true").equals("true") ? CheckSettings.ON : CheckSettings.OFF;
    long seed = Long.parseLong(values.getOrDefault(SEED, "0"));
    return new SpeechSettings(sampling, number(SPEED, 1), seed, check);
  }

  private double number(String name, double otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Double.parseDouble(value);
  }

  @Override
  public String toString() {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(Collectors.joining(" "));
  }
}
