package myna.cli.narrate;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import myna.cli.Interruption;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderProgress;
import picocli.CommandLine;

/**
 * The terminal of a narration: one line of progress that is written over, or a line now and then
 * where it is no terminal; keys to pause and stop; and an orderly end on Ctrl-C.
 */
final class NarrateTerminal implements AutoCloseable {
  private static final long LINE_NANOS = 30_000_000_000L;
  private static final long REFRESH_NANOS = 200_000_000L;
  private static final int WIDTH = 110;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean interactive;
  private final RenderControl control = new RenderControl();
  private final ExecutorService keys = Executors.newVirtualThreadPerTaskExecutor();
  private final Interruption interruption = new Interruption(control::cancel, this::sayLate);
  private long lastNanos = System.nanoTime();
  private int shownLength;

  NarrateTerminal(CommandLine line) {
    out = line.getOut();
    err = line.getErr();
    interactive = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    if (interactive) {
      keys.execute(this::listen);
    }
  }

  RenderControl control() {
    return control;
  }

  private void sayLate() {
    err.println("myna: stopped in the middle of a sentence, which is made again");
  }

  private void listen() {
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, System.out.charset()));
      for (String key = in.readLine(); key != null; key = in.readLine()) {
        press(key.strip().toLowerCase(Locale.ROOT));
      }
    } catch (IOException e) {
      err.println("myna: the keyboard cannot be read any more; Ctrl-C still stops");
    }
  }

  private void press(String key) {
    switch (key) {
      case "p" -> {
        if (control.isPaused()) {
          control.resume();
          say("going on");
        } else {
          control.pause();
          say("pausing after this sentence; p and Enter goes on");
        }
      }
      case "q" -> control.cancel();
      default -> say("p pauses and goes on, q stops");
    }
  }

  void rendering(RenderProgress progress) {
    String remaining =
        progress.remainingSeconds() < 0
            ? ""
            : ", " + NarrateTables.duration(progress.remainingSeconds()) + " to go";
    String factor =
        Double.isNaN(progress.realTimeFactor())
            ? ""
            : String.format(Locale.ROOT, ", RTF %.2f", progress.realTimeFactor());
    show(
        progress.fraction(),
        "%d of %d sentences, %s of sound%s%s - %s"
            .formatted(
                progress.lines().finished(),
                progress.lines().all(),
                NarrateTables.duration(progress.audioSeconds()),
                factor,
                remaining,
                progress.chapter()));
  }

  void exporting(double fraction, String chapter) {
    show(fraction, "writing - " + chapter);
  }

  private void show(double fraction, String text) {
    long now = System.nanoTime();
    if (now - lastNanos < (interactive ? REFRESH_NANOS : LINE_NANOS)) {
      return;
    }
    lastNanos = now;
    String line = "%3d %%  %s".formatted((int) (100 * fraction), text);
    String cut = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    if (interactive) {
      err.print("\r" + cut + " ".repeat(Math.max(0, shownLength - cut.length())));
      err.flush();
      shownLength = cut.length();
    } else {
      err.println(cut);
    }
  }

  /** Says something about the work, on standard error. */
  void say(String text) {
    clear();
    err.println("myna: " + text);
  }

  /** Prints a result, on standard output. */
  void print(String text) {
    clear();
    out.println(text);
  }

  private void clear() {
    if (shownLength > 0) {
      err.print("\r" + " ".repeat(shownLength) + "\r");
      err.flush();
      shownLength = 0;
    }
  }

  @Override
  public void close() {
    clear();
    keys.shutdownNow();
    interruption.close();
  }
}
