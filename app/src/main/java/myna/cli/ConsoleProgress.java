package myna.cli;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import myna.jobs.Progress;

/** A bar on the terminal; nothing where standard error is none. */
public final class ConsoleProgress implements Progress, AutoCloseable {
  private static final int STEPS = 1000;

  private final ProgressBar bar;

  /**
   * A bar.
   *
   * @param task what is being done, in a word or two
   */
  public ConsoleProgress(String task) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    bar =
        terminal
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(STEPS)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .hideEta()
                .build()
            : null;
  }

  @Override
  public void report(double fraction, String message) {
    if (bar != null) {
      bar.setExtraMessage(message);
      bar.stepTo(Math.round(Math.max(0, fraction) * STEPS));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
