package myna.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import myna.resgen.SamplingSettings;
import myna.resgen.Schedule;
import myna.speech.CheckSettings;
import myna.speech.SpeechSettings;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The options of narrate that say how it sounds. A project keeps what was given, so that the same
 * book goes on in the same way.
 */
final class NarrateSpeech {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, another reading (default: 0).")
  private Long seed;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Sampling steps: more take longer and sound better.")
  private Integer steps;

  @Option(
      names = "--guidance",
      paramLabel = "X",
      description = "How closely to keep to text and voice, from 0.")
  private Double guidance;

  @Option(
      names = "--temperature",
      paramLabel = "X",
      description = "How much chance there is in the sound, from 0.")
  private Double temperature;

  @Option(
      names = "--top-p",
      paramLabel = "X",
      description = "Share of the likeliest components, above 0 to 1.")
  private Double topP;

  @Option(names = "--speed", paramLabel = "X", description = "Speed, from 0.4 to 2.5 (default: 1).")
  private Double speed;

  @Option(
      names = "--verify",
      negatable = true,
      description = "Listen to every sentence and take garbled ones again (default: yes).")
  private Boolean verify;

  /** Checks the values before any book is read. */
  void check(CommandLine line) {
    try {
      settings(
          merge(""),
          new SamplingSettings(
              1,
              new Schedule.Cosine(),
              0,
              new SamplingSettings.Draw(1, 1),
              new SamplingSettings.Reveal(1, 1, SamplingSettings.Reveal.ALL)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, e.getMessage() + ".", e);
    }
  }

  /** The options of a project with those that were given now. */
  String merge(String stored) {
    Map<String, String> options = parse(stored);
    put(options, "seed", seed);
    put(options, "steps", steps);
    put(options, "guidance", guidance);
    put(options, "temperature", temperature);
    put(options, "topP", topP);
    put(options, "speed", speed);
    put(options, "verify", verify);
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }

  private static void put(Map<String, String> options, String name, Object value) {
    if (value != null) {
      options.put(name, value.toString());
    }
  }

  private static Map<String, String> parse(String stored) {
    Map<String, String> options = new TreeMap<>();
    for (String option : stored.split(" ", -1)) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        options.put(option.substring(0, equals), option.substring(equals + 1));
      }
    }
    return options;
  }

  /**
   * The settings that options mean.
   *
   * @param merged as {@link #merge} gave them
   * @param defaults of the pack
   * @throws IllegalArgumentException if a value is out of its range
   */
  static SpeechSettings settings(String merged, SamplingSettings defaults) {
    Map<String, String> options = parse(merged);
    SamplingSettings sampling =
        defaults
            .withSteps(Integer.parseInt(options.getOrDefault("steps", "" + defaults.steps())))
            .withGuidance(number(options, "guidance", defaults.guidance()))
            .withDraw(
                new SamplingSettings.Draw(
                    number(options, "topP", defaults.draw().topP()),
                    number(options, "temperature", defaults.draw().temperature())));
    CheckSettings check =
        options.getOrDefault("verify", "true").equals("true")
            ? CheckSettings.ON
            : CheckSettings.OFF;
    long seed = Long.parseLong(options.getOrDefault("seed", "0"));
    return new SpeechSettings(sampling, number(options, "speed", 1), seed, check);
  }

  private static double number(Map<String, String> options, String name, double otherwise) {
    String value = options.get(name);
    return value == null ? otherwise : Double.parseDouble(value);
  }
}
