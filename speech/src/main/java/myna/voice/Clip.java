package myna.voice;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A stored recording of a voice: 16-bit mono WAV in the voice's folder.
 *
 * @param file its name in the folder
 * @param source the name of the file that it was made from, for the user to know it by
 * @param sampleRate samples per second
 * @param samples how many
 * @param sha256 of the file, in hexadecimal
 */
public record Clip(String file, String source, int sampleRate, long samples, String sha256) {
  private static final Pattern FILE = Pattern.compile("clip-[0-9]{3}\\.wav");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_SOURCE = 255;

  /**
   * Checks what may come from a stranger.
   *
   * @throws IllegalArgumentException naming what no clip can have
   */
  public Clip {
    Objects.requireNonNull(source, "source");
    require(FILE.matcher(file).matches(), "clip file name");
    require(SHA256.matcher(sha256).matches(), "sha256 of " + file);
    require(source.length() <= LONGEST_SOURCE, "source of " + file);
    require(sampleRate >= 1 && samples >= 1, "length of " + file);
  }

  /** The name of a voice's clip by its number, from 1 to 999. */
  static String fileName(int number) {
    return String.format(Locale.ROOT, "clip-%03d.wav", number);
  }

  /** The duration in seconds. */
  public double seconds() {
    return samples / (double) sampleRate;
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException("impossible " + what);
    }
  }
}
