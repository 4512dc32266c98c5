package myna.narration.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.StoredTake;

/**
 * Evens out how loud the lines are: each is brought near the median of all, a short one less, since
 * its loudness says less about it.
 */
final class Leveling {
  private static final double MOST_DB = 4;
  private static final double SURE_SECONDS = 2;
  private static final double SILENT_LUFS = -70;

  private final double median;

  private Leveling(double median) {
    this.median = median;
  }

  static Leveling of(BookTimeline timeline) throws NarrationException {
    List<Float> loudness = new ArrayList<>();
    Project project = timeline.project();
    for (ChapterEntry chapter : timeline.chapters()) {
      for (long id : project.lineIds(chapter.id())) {
        LineEntry line = project.line(id);
        line.take()
            .filter(Leveling::tells)
            .ifPresent(take -> loudness.add((float) take.loudness()));
      }
    }
    if (loudness.isEmpty()) {
      return new Leveling(Double.NaN);
    }
    Collections.sort(loudness);
    return new Leveling(loudness.get(loudness.size() / 2));
  }

  private static boolean tells(StoredTake take) {
    return take.take().length().seconds() >= SURE_SECONDS && take.loudness() > SILENT_LUFS;
  }

  /** The gain of a line, in dB. */
  double gain(StoredTake take) {
    if (Double.isNaN(median) || take.loudness() <= SILENT_LUFS) {
      return 0;
    }
    double sure = Math.min(1, take.take().length().seconds() / SURE_SECONDS);
    return sure * Math.clamp(median - take.loudness(), -MOST_DB, MOST_DB);
  }
}
