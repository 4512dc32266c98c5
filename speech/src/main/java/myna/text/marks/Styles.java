package myna.text.marks;

import java.util.ArrayList;
import java.util.List;
import myna.text.Controls;

/**
 * Which controls hold where: runs that follow each other without overlap; outside of them nothing
 * was asked.
 */
public final class Styles {
  /** No control anywhere. */
  public static final Styles NONE = new Styles(List.of());

  /** Controls from {@code start} to {@code end} of the source. */
  record Run(int start, int end, Controls controls) {}

  private final List<Run> runs;

  private Styles(List<Run> runs) {
    this.runs = List.copyOf(runs);
  }

  /** The controls at an index of the source. */
  public Controls at(int index) {
    int low = 0;
    int high = runs.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Run run = runs.get(middle);
      if (index < run.start) {
        high = middle - 1;
      } else if (index >= run.end) {
        low = middle + 1;
      } else {
        return run.controls;
      }
    }
    return Controls.NONE;
  }

  /** Collects runs from left to right while marks open and close. */
  static final class Builder {
    private static final double SLOWEST = 0.4;
    private static final double FASTEST = 2.5;

    private final List<Run> runs = new ArrayList<>();
    private final List<Controls> open = new ArrayList<>(List.of(Controls.NONE));
    private int from;

    /** From {@code index} on the speed is changed by a factor; nested factors multiply. */
    void openRate(int index, double factor) {
      Controls now = open.getLast();
      double rate = Math.clamp(now.rate() * factor, SLOWEST, FASTEST);
      open(index, new Controls(rate, now.voice()));
    }

    /** From {@code index} on another voice speaks. */
    void openVoice(int index, String name) {
      open(index, new Controls(open.getLast().rate(), name));
    }

    private void open(int index, Controls controls) {
      end(index);
      open.add(controls);
    }

    /** At {@code index} what was opened last ends. */
    void close(int index) {
      end(index);
      open.removeLast();
    }

    private void end(int index) {
      if (index > from && !open.getLast().equals(Controls.NONE)) {
        runs.add(new Run(from, index, open.getLast()));
      }
      from = index;
    }

    Styles build(int end) {
      end(end);
      return new Styles(runs);
    }
  }
}
