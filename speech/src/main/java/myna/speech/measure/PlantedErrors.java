package myna.speech.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import myna.speech.Ear;
import myna.speech.SpeechModel;
import myna.text.Word;

/**
 * Measures the ear: words of recordings are cut out, doubled and swapped, and it is counted which
 * of these errors it finds, and what it finds where there is none.
 */
public final class PlantedErrors {
  /** What can be done to a word. */
  public enum Kind {
    /** The word is missing. */
    CUT,
    /** The word is said twice. */
    DOUBLED,
    /** The word has changed places with the next. */
    SWAPPED
  }

  /** Errors are planted in words of at least this many phonemes, which nobody would miss. */
  private static final int LEAST_PHONEMES = 3;

  private final SpeechModel model;
  private final Ear ear;
  private final RandomGenerator random;
  private final List<Trial> trials = new ArrayList<>();

  /**
   * A measure.
   *
   * @param random chooses the words
   */
  public PlantedErrors(SpeechModel model, RandomGenerator random) {
    this.model = model;
    this.random = random;
    ear = new Ear(model.format());
  }

  /**
   * What the ear made of one utterance.
   *
   * @param kind of the error, or null in a clean recording
   * @param from first word that the error may show at
   * @param to the word after the last
   * @param scores of all words
   */
  private record Trial(Kind kind, int from, int to, double[] scores) {
    boolean isFound(double doubtful) {
      return Arrays.stream(scores, from, to).anyMatch(score -> score < doubtful);
    }

    long flagged(double doubtful) {
      return Arrays.stream(scores).filter(score -> score < doubtful).count();
    }

    long flaggedRightly(double doubtful) {
      return Arrays.stream(scores, from, to).filter(score -> score < doubtful).count();
    }
  }

  /**
   * How well errors are found at one threshold.
   *
   * @param doubtful score below which a word counts as garbled
   * @param recall share of the planted errors at or beside which a word is flagged, per kind
   * @param precision share of the flagged words that are at or beside a planted error
   * @param falseAlarms share of the words of clean recordings that are flagged
   */
  public record Row(
      double doubtful, Map<Kind, Double> recall, double precision, double falseAlarms) {}

  /**
   * Listens to a recording as it is, and with one error of each kind.
   *
   * @param samples [T] at the model's rate, T a multiple of the hop
   * @param words that are said
   */
  public void add(float[] samples, List<Word> words) {
    Ear.Judgement clean = ear.judge(words, model.posteriors(samples));
    trials.add(new Trial(null, 0, 0, clean.scores()));
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < words.size() - 1; i++) {
      boolean heard = clean.ends()[i] > clean.starts()[i];
      if (heard && words.get(i).phonemes().size() >= LEAST_PHONEMES) {
        candidates.add(i);
      }
    }
    if (candidates.isEmpty()) {
      return;
    }
    for (Kind kind : Kind.values()) {
      int word = candidates.get(random.nextInt(candidates.size()));
      float[] spoilt = spoilt(samples, clean, kind, word);
      int from = Math.max(0, word - 1);
      int to = Math.min(words.size(), word + (kind == Kind.SWAPPED ? 3 : 2));
      trials.add(new Trial(kind, from, to, ear.scores(words, model.posteriors(spoilt))));
    }
  }

  private float[] spoilt(float[] samples, Ear.Judgement clean, Kind kind, int word) {
    int hop = model.format().signal().hop();
    int start = clean.starts()[word] * hop;
    int end = clean.ends()[word] * hop;
    int next = clean.ends()[word + 1] * hop;
    int[][] pieces =
        switch (kind) {
          case CUT -> new int[][] {{0, start}, {end, samples.length}};
          case DOUBLED -> new int[][] {{0, end}, {start, samples.length}};
          case SWAPPED ->
              new int[][] {{0, start}, {end, next}, {start, end}, {next, samples.length}};
        };
    int length = Arrays.stream(pieces).mapToInt(piece -> piece[1] - piece[0]).sum();
    float[] spoilt = new float[length];
    int at = 0;
    for (int[] piece : pieces) {
      System.arraycopy(samples, piece[0], spoilt, at, piece[1] - piece[0]);
      at += piece[1] - piece[0];
    }
    return spoilt;
  }

  /** What was found in all that was added, at some thresholds. */
  public List<Row> rows(double... thresholds) {
    return Arrays.stream(thresholds).mapToObj(this::row).toList();
  }

  private Row row(double doubtful) {
    Map<Kind, Double> recall = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      List<Trial> planted = trials.stream().filter(trial -> trial.kind() == kind).toList();
      long found = planted.stream().filter(trial -> trial.isFound(doubtful)).count();
      recall.put(kind, (double) found / Math.max(1, planted.size()));
    }
    long flagged = trials.stream().mapToLong(trial -> trial.flagged(doubtful)).sum();
    long right = trials.stream().mapToLong(trial -> trial.flaggedRightly(doubtful)).sum();
    List<Trial> clean = trials.stream().filter(trial -> trial.kind() == null).toList();
    long alarms = clean.stream().mapToLong(trial -> trial.flagged(doubtful)).sum();
    long words = clean.stream().mapToLong(trial -> trial.scores().length).sum();
    return new Row(
        doubtful,
        recall,
        (double) right / Math.max(1, flagged),
        (double) alarms / Math.max(1, words));
  }
}
