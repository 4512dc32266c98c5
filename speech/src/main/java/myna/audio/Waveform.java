package myna.audio;

/**
 * The outline of a recording for a picture of any width.
 *
 * @param low [W] the smallest sample of each column
 * @param high [W] the largest sample of each column
 */
public record Waveform(float[] low, float[] high) {
  /**
   * Finds the extremes of each column; a recording with fewer samples than columns repeats them, an
   * empty one is flat.
   *
   * @param columns W, at least 1
   */
  public static Waveform of(Audio audio, int columns) {
    Waveform waveform = new Waveform(new float[columns], new float[columns]);
    float[] samples = audio.samples();
    for (int c = 0; c < columns && samples.length > 0; c++) {
      int from = (int) ((long) c * samples.length / columns);
      int to = Math.max(from + 1, (int) ((c + 1L) * samples.length / columns));
      waveform.low[c] = samples[from];
      waveform.high[c] = samples[from];
      for (int t = from + 1; t < to; t++) {
        waveform.low[c] = Math.min(waveform.low[c], samples[t]);
        waveform.high[c] = Math.max(waveform.high[c], samples[t]);
      }
    }
    return waveform;
  }
}
