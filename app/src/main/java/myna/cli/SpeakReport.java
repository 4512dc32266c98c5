package myna.cli;

import java.util.List;
import java.util.Map;

/**
 * What {@code speak --json} prints.
 *
 * @param audioSeconds length of the result
 * @param synthesisSeconds from the request to the whole result, the model being loaded
 * @param realTimeFactor the ratio of the two
 * @param firstAudioSeconds from the request to the first sentence's samples
 * @param device that networks ran on
 * @param steps of the sampler
 * @param seed of all random numbers
 * @param watermark whether the file carries the mark of synthetic speech
 * @param networkEvaluations of the generator
 * @param pack name and version
 * @param similarity to the first reference's voice, cosine of speaker embeddings; null where the
 *     pack has no speaker network
 * @param words with their times
 */
record SpeakReport(
    double audioSeconds,
    double synthesisSeconds,
    double realTimeFactor,
    double firstAudioSeconds,
    String device,
    int steps,
    long seed,
    boolean watermark,
    int networkEvaluations,
    String pack,
    Double similarity,
    List<SpokenEntry> words) {

  /**
   * A word.
   *
   * @param text as it was spoken
   * @param start seconds
   * @param end seconds
   * @param score how well it is heard, or null where nobody listened
   */
  record SpokenEntry(String text, double start, double end, Double score) {}

  /**
   * What {@code speak --timings} writes, in seconds.
   *
   * @param loading pack, model and front end
   * @param total of the command, from the start of the process
   * @param stages of the synthesis
   */
  record Timings(double loading, double total, Map<String, Double> stages) {}
}
