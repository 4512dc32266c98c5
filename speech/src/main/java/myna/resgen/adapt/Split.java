package myna.resgen.adapt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is learned from and what is held back.
 *
 * @param learned most of the utterances
 * @param held about a tenth of the frames, at least one utterance
 */
public record Split(List<Utterance> learned, List<Utterance> held) {
  private static final double HELD = 0.1;

  /** Frames of all utterances. */
  public int frames() {
    return Stream.of(learned, held)
        .flatMap(List::stream)
        .mapToInt(utterance -> utterance.tokens().frames())
        .sum();
  }

  /** Splits utterances, of which there are at least two; those in the middle are held back. */
  public static Split of(List<Utterance> utterances) {
    if (utterances.size() < 2) {
      throw new IllegalArgumentException("one utterance to learn from, and one to hold back");
    }
    double total = utterances.stream().mapToDouble(u -> u.tokens().frames()).sum();
    List<Utterance> learned = new ArrayList<>(utterances);
    List<Utterance> held = new ArrayList<>();
    double frames = 0;
    while (learned.size() > 1 && frames < HELD * total) {
      Utterance next = learned.remove(learned.size() / 2);
      held.add(next);
      frames += next.tokens().frames();
    }
    return new Split(List.copyOf(learned), List.copyOf(held));
  }
}
