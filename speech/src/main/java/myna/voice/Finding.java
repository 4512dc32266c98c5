package myna.voice;

/**
 * What the check found out about one aspect of a clip.
 *
 * @param aspect of the clip
 * @param grade how good it is
 * @param value measured, in the aspect's unit; not a number where it cannot be told
 * @param advice one sentence that says what was found and, if that is not good, what to do
 */
public record Finding(Aspect aspect, Grade grade, double value, String advice) {
  /** What is looked at. */
  public enum Aspect {
    /** How much speech there is, in seconds. */
    SPEECH("s"),
    /** How loud the speech is, in dB relative to full scale. */
    LOUDNESS("dBFS"),
    /** How far the speech stands out from the noise, in dB. */
    NOISE("dB"),
    /** How much of the clip was cut off at the top, in samples of a million. */
    CLIPPING("ppm"),
    /** How long sound lingers in the room: the time in which it fades by 60 dB, in seconds. */
    REVERBERATION("s"),
    /** Up to which frequency there is sound, in Hz. */
    BANDWIDTH("Hz"),
    /** How likely it is that more than one speaks, from 0 to 1. */
    SPEAKERS("");

    private final String unit;

    Aspect(String unit) {
      this.unit = unit;
    }

    /** The unit of its values, "" for none. */
    public String unit() {
      return unit;
    }
  }
}
