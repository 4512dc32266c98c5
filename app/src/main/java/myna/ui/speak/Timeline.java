package myna.ui.speak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.audio.Waveform;
import myna.speech.SpokenWord;
import myna.text.Span;

/**
 * Which line is heard when. Lines that are not yet spoken have the length they are guessed to have.
 *
 * @param slots one per line, in order
 * @param seconds in all
 */
record Timeline(List<Slot> slots, double seconds) {
  private static final int MOST_COLUMNS = 3000;

  /** Nothing. */
  static final Timeline EMPTY = new Timeline(List.of(), 0);

  /**
   * A line's place.
   *
   * @param line what
   * @param start in seconds
   * @param length in seconds, without the pause after it
   */
  record Slot(Line line, double start, double length) {
    double end() {
      return start + length;
    }
  }

  Timeline {
    slots = List.copyOf(slots);
  }

  /**
   * The timeline of lines.
   *
   * @param speed for guesses
   * @param pauses factor on the pauses between lines
   */
  static Timeline of(List<Line> lines, double speed, double pauses) {
    List<Slot> slots = new ArrayList<>();
    double at = 0;
    for (Line line : lines) {
      Slot slot = new Slot(line, at, line.seconds(speed));
      slots.add(slot);
      at = slot.end() + pause(line, pauses);
    }
    return new Timeline(slots, slots.isEmpty() ? 0 : slots.getLast().end());
  }

  /** The silence after a line, in seconds. */
  static double pause(Line line, double pauses) {
    Take take = line.chosen();
    double own =
        take == null || take.spoken().isEmpty()
            ? line.sentence().pauseAfter().seconds()
            : take.spoken().get().pauseSeconds();
    return own * pauses;
  }

  /** The line that is heard at a time, or was last; empty where there is none. */
  Optional<Slot> at(double seconds) {
    Slot found = null;
    for (Slot slot : slots) {
      if (slot.start() > seconds) {
        break;
      }
      found = slot;
    }
    return Optional.ofNullable(found);
  }

  /** The place of a line. */
  Optional<Slot> of(Line line) {
    return slots.stream().filter(slot -> slot.line().equals(line)).findFirst();
  }

  /** Where the word stands in the text that is heard at a time. */
  Optional<Span> wordAt(double seconds) {
    return at(seconds)
        .filter(slot -> slot.line().chosen() != null)
        .flatMap(slot -> wordAt(slot, seconds - slot.start()));
  }

  private static Optional<Span> wordAt(Slot slot, double seconds) {
    Take take = slot.line().chosen();
    return take.spoken()
        .flatMap(
            spoken -> {
              // The sentence may have moved in the text since it was spoken.
              int moved =
                  slot.line().sentence().source().start() - spoken.sentence().source().start();
              return take.words().stream()
                  .filter(word -> word.start() <= seconds && seconds < word.end())
                  .findFirst()
                  .map(SpokenWord::source)
                  .map(span -> new Span(span.start() + moved, span.end() + moved));
            });
  }

  /** The outline of everything; flat where nothing is spoken yet. */
  Waveform waveform() {
    int columns = Math.clamp((long) Math.ceil(seconds * Take.COLUMNS_PER_SECOND), 1, MOST_COLUMNS);
    float[] low = new float[columns];
    float[] high = new float[columns];
    double perSecond = seconds == 0 ? 0 : columns / seconds;
    for (Slot slot : slots) {
      if (slot.line().chosen() != null) {
        draw(slot.line().chosen().outline(), slot.start() * perSecond, perSecond, low, high);
      }
    }
    return new Waveform(low, high);
  }

  private static void draw(
      Waveform outline, double start, double perSecond, float[] low, float[] high) {
    for (int c = 0; c < outline.low().length; c++) {
      int at = (int) (start + c / Take.COLUMNS_PER_SECOND * perSecond);
      if (at < low.length) {
        low[at] = Math.min(low[at], outline.low()[c]);
        high[at] = Math.max(high[at], outline.high()[c]);
      }
    }
  }

  /** Where each line but the first starts, as shares of the whole. */
  List<Double> borders() {
    return slots.stream().skip(1).map(slot -> slot.start() / seconds).toList();
  }
}
