package myna.narration.speakers;

import java.util.Arrays;
import java.util.List;
import myna.narration.speakers.Turn.Gap;

/**
 * The sequence of speakers with the highest score, by dynamic programming over who spoke last and
 * who before (Viterbi, "Error bounds for convolutional codes", 1967), and by how much each of them
 * is better than everybody else.
 */
final class BestSpeakers {
  private static final double WRONG_GENDER = -9;
  private static final double UNKNOWN_GENDER = -1;
  private static final double AGAIN_AT_ONCE = -7;
  private static final double AGAIN = -0.3;
  private static final double BACK_AT_ONCE = 2;
  private static final double BACK = 0.7;
  private static final double THIRD_AT_ONCE = -1;
  private static final double ANSWERS = 1.5;
  private static final double CONTINUES = 20;

  private final List<Turn> turns;
  private final List<Person> people;
  private final double[][] own; // [turn][person]
  private final double[][][] forward; // [turn][before][last]
  private final double[][][] backward;

  BestSpeakers(List<Turn> turns, List<Person> people) {
    this.turns = turns;
    this.people = people;
    int count = people.size();
    own = new double[turns.size()][count];
    forward = new double[turns.size()][count][count];
    backward = new double[turns.size()][count][count];
    for (int t = 0; t < turns.size(); t++) {
      for (int p = 0; p < count; p++) {
        own[t][p] = own(turns.get(t), people.get(p));
      }
    }
    forward();
    backward();
  }

  /**
   * The best speaker of a turn.
   *
   * @param person its number
   * @param margin by which the best sequence with anybody else is worse
   */
  record Best(int person, double margin) {}

  Best best(int turn) {
    double[] scores = new double[people.size()];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    for (int before = 0; before < scores.length; before++) {
      for (int last = 0; last < scores.length; last++) {
        double score = forward[turn][before][last] + backward[turn][before][last];
        scores[last] = Math.max(scores[last], score);
      }
    }
    int best = 0;
    for (int p = 1; p < scores.length; p++) {
      best = scores[p] > scores[best] ? p : best;
    }
    double second = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < scores.length; p++) {
      second = p == best ? second : Math.max(second, scores[p]);
    }
    return new Best(best, scores[best] - second);
  }

  private static double own(Turn turn, Person person) {
    double score = turn.hint(person);
    if (turn.gender() != Gender.UNKNOWN) {
      score += person.isSelf() || !turn.gender().fits(person.gender()) ? WRONG_GENDER : 0;
      score += person.gender() == Gender.UNKNOWN ? UNKNOWN_GENDER : 0;
    }
    return score;
  }

  /** How well a speaker follows two others. */
  private double follows(int turn, int before, int last, int next) {
    Turn now = turns.get(turn);
    if (now.isSameAsBefore()) {
      return last == next ? CONTINUES : 0;
    }
    if (now.gap() == Gap.SCENE) {
      return 0;
    }
    boolean atOnce = now.gap() == Gap.NONE;
    double score = 0;
    if (last == next) {
      score += atOnce ? AGAIN_AT_ONCE : AGAIN;
    } else if (before == next) {
      score += atOnce ? BACK_AT_ONCE : BACK;
    } else if (atOnce) {
      score += THIRD_AT_ONCE;
    }
    if (turns.get(turn - 1).addressed().contains(people.get(next))) {
      score += ANSWERS;
    }
    if (now.addressed().contains(people.get(last))) {
      score += ANSWERS;
    }
    return score;
  }

  private void forward() {
    int count = people.size();
    for (int t = 0; t < turns.size(); t++) {
      for (int last = 0; last < count; last++) {
        for (int next = 0; next < count; next++) {
          double best = t == 0 ? 0 : Double.NEGATIVE_INFINITY;
          for (int before = 0; t > 0 && before < count; before++) {
            best = Math.max(best, forward[t - 1][before][last] + follows(t, before, last, next));
          }
          forward[t][last][next] = best + own[t][next];
        }
      }
    }
  }

  private void backward() {
    int count = people.size();
    for (int t = turns.size() - 2; t >= 0; t--) {
      for (int before = 0; before < count; before++) {
        for (int last = 0; last < count; last++) {
          double best = Double.NEGATIVE_INFINITY;
          for (int next = 0; next < count; next++) {
            double score =
                follows(t + 1, before, last, next) + own[t + 1][next] + backward[t + 1][last][next];
            best = Math.max(best, score);
          }
          backward[t][before][last] = best;
        }
      }
    }
  }
}
