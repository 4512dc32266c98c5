package myna.ui.speak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.audio.Waveform;
import myna.script.Timeline;
import myna.speech.SpokenWord;
import myna.text.Span;

/**
 * Which line is heard when. Lines that are not yet spoken have the length they are guessed to have.
 *
 * @param slots one per line, in order
 * @param seconds in all
 */
record TimelineModel(List<Slot> slots, double seconds) {
  private static final int MOST_COLUMNS = 3000;

  /** The rate of lines none of which is spoken yet. */
  private static final int GUESSES_PER_SECOND = 1000;

  /** Nothing. */
  static final TimelineModel EMPTY = new TimelineModel(List.of(), 0);

  /**
   * A line's place.
   *
   * @param line what
   * @param heard when, without the silence after it
   */
  record Slot(LineModel line, Timeline.Slot heard) {
    double start() {
      return heard.startSeconds();
    }
  }

  TimelineModel {
    slots = List.copyOf(slots);
  }

  /**
   * The timeline of lines.
   *
   * @param speed for guesses
   * @param pauses factor on the silence between lines
   */
  static TimelineModel of(List<LineModel> lines, double speed, double pauses) {
    Timeline timeline = new Timeline(sampleRate(lines));
    List<Slot> slots = new ArrayList<>();
    for (LineModel line : lines) {
      slots.add(new Slot(line, timeline.sound(timeline.samples(line.seconds(speed)))));
      timeline.silence(line.silence(pauses));
    }
    return new TimelineModel(slots, slots.isEmpty() ? 0 : slots.getLast().heard().endSeconds());
  }

  private static int sampleRate(List<LineModel> lines) {
    return lines.stream()
        .flatMap(line -> line.take().stream())
        .mapToInt(take -> take.length().sampleRate())
        .findFirst()
        .orElse(GUESSES_PER_SECOND);
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
  Optional<Slot> of(LineModel line) {
    return slots.stream().filter(slot -> slot.line().equals(line)).findFirst();
  }

  /** Where the word stands in the text that is heard at a time. */
  Optional<Span> wordAt(double seconds) {
    return at(seconds).flatMap(slot -> wordAt(slot, seconds - slot.start()));
  }

  private static Optional<Span> wordAt(Slot slot, double seconds) {
    return slot.line().words().stream()
        .filter(word -> word.start() <= seconds && seconds < word.end())
        .findFirst()
        .map(SpokenWord::source);
  }

  /** The outline of everything; flat where nothing is spoken yet. */
  Waveform waveform() {
    int columns =
        Math.clamp((long) Math.ceil(seconds * TakeModel.COLUMNS_PER_SECOND), 1, MOST_COLUMNS);
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
      int at = (int) (start + c / TakeModel.COLUMNS_PER_SECOND * perSecond);
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
