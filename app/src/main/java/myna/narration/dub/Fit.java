package myna.narration.dub;

import java.util.function.DoubleUnaryOperator;

/**
 * The speed at which a cue is spoken. Faster comes first, within what sounds natural; then the
 * silence behind the cue is borrowed from; what is still too long takes the time that it needs.
 */
final class Fit {
  private static final double STEP = 1.01;

  private Fit() {}

  /**
   * The slowest speed at which speech fits.
   *
   * @param usual the speed where there is time enough
   * @param fastest the highest speed
   * @param seconds of the speech at a speed
   * @param room that it should fit into, in seconds
   * @return the highest speed where it fits at none
   */
  static double speed(double usual, double fastest, DoubleUnaryOperator seconds, double room) {
    double speed = usual;
    while (speed < fastest && seconds.applyAsDouble(speed) > room) {
      speed = Math.min(fastest, speed * STEP);
    }
    return speed;
  }
}
