package myna.ui.narrate;

import java.util.Optional;
import myna.narration.render.RenderProgress;
import myna.ui.common.Times;
import myna.ui.common.ViewKit;

/** Puts the progress of a book into words. */
final class BookProgress {
  private BookProgress() {}

  /** What happens to a book, and how long it will take. */
  static String sentence(ViewKit kit, BookWork work) {
    Optional<RenderProgress> progress = work.progressProperty().get();
    String key = "narrate.state." + work.state().name();
    return switch (work.state()) {
      case IDLE, WAITING -> kit.text(key);
      case EXPORTING -> kit.text(key, Math.round(work.exportedProperty().get() * 100));
      case RENDERING, PAUSED ->
          progress
              .map(
                  now ->
                      kit.text(
                          key,
                          now.lines().finished(),
                          now.lines().all(),
                          now.remainingSeconds() < 0 ? 0 : 1,
                          Times.clock(now.remainingSeconds()),
                          now.chapter()))
              .orElse(kit.text("narrate.state.loading"));
    };
  }

  /** Done, in [0, 1], of what is under way. */
  static double share(BookWork work, Optional<RenderProgress> progress) {
    return work.state() == BookWork.State.EXPORTING
        ? work.exportedProperty().get()
        : progress.map(RenderProgress::fraction).orElse(0.0);
  }
}
