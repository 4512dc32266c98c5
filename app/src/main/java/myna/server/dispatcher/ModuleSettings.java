package myna.server.dispatcher;

import java.util.Optional;

/**
 * What a client set.
 *
 * @param rate -100 to 100, 0 as usual
 * @param volume -100 to 100, 100 as spoken
 * @param voice its name, if one is named
 * @param spelling whether everything is spelled
 * @param capitals whether capital letters are told
 */
record ModuleSettings(
    int rate, int volume, Optional<String> voice, boolean spelling, boolean capitals) {
  /** As a module starts. */
  static final ModuleSettings USUAL = new ModuleSettings(0, 100, Optional.empty(), false, false);

  private static final int MOST = 100;
  private static final double FASTEST = 2.5;

  /**
   * The same with one changed; what Myna has no use for changes nothing.
   *
   * @throws IllegalArgumentException if there can be no such value
   */
  ModuleSettings with(String name, String value) {
    return switch (name) {
      case "rate" -> new ModuleSettings(number(value), volume, voice, spelling, capitals);
      case "volume" -> new ModuleSettings(rate, number(value), voice, spelling, capitals);
      case "synthesis_voice" -> {
        Optional<String> named = Optional.of(value).filter(given -> !given.equals("NULL"));
        yield new ModuleSettings(rate, volume, named, spelling, capitals);
      }
      case "spelling_mode" -> new ModuleSettings(rate, volume, voice, value.equals("on"), capitals);
      case "cap_let_recogn" ->
          new ModuleSettings(rate, volume, voice, spelling, !value.equals("none"));
      default -> this;
    };
  }

  private static int number(String value) {
    int number = Integer.parseInt(value);
    if (Math.abs(number) > MOST) {
      throw new IllegalArgumentException(number + " is not from -100 to 100");
    }
    return number;
  }

  /** How fast: a factor from 0.4 to 2.5, which grows by the same part with every step. */
  double speed() {
    return Math.pow(FASTEST, (double) rate / MOST);
  }

  /** What samples are multiplied by: 0 to 1. */
  double gain() {
    return (volume + MOST) / (2.0 * MOST);
  }
}
