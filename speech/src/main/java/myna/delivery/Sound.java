package myna.delivery;

/**
 * How what is written sounds.
 *
 * @param loudness it is brought to
 * @param sampleRate of the file, or 0 for the voice's own
 * @param bitRate in bits per second, or 0 for the format's usual one
 * @param watermark whether it carries the inaudible mark of synthetic speech
 */
public record Sound(Loudness loudness, int sampleRate, int bitRate, boolean watermark) {
  /** As it was spoken, at the voice's own rate. */
  public static final Sound AS_SPOKEN = new Sound(Loudness.NONE, 0, 0, true);

  /** As audiobook shops ask for, at the voice's own rate. */
  public static final Sound AUDIOBOOK = new Sound(Loudness.ACX, 0, 0, true);
}
