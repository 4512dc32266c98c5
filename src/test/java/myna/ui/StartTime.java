package myna.ui;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Opens the studio, says how long it took from the start of the process, and closes it. */
public final class StartTime {
  private static final long POLL_MILLIS = 5;

  private StartTime() {}

  /** Prints milliseconds. */
  public static void main(String[] arguments) {
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      var polling =
          clock.scheduleWithFixedDelay(
              () -> look(start), POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
      Studio.open(
          Studio.Places.here("0.0.0"),
          List.of(),
          new PrintWriter(System.err, true, StandardCharsets.UTF_8));
      polling.cancel(true);
    }
  }

  private static void look(long start) {
    if (!Window.getWindows().isEmpty() && Window.getWindows().getFirst().isShowing()) {
      // What is queued behind the first frame runs when the window can be used.
      Platform.runLater(
          () -> {
            if (Window.getWindows().isEmpty()) {
              return;
            }
            long millis = System.currentTimeMillis() - start;
            System.out.println("window up after " + millis + " ms");
            ((Stage) Window.getWindows().getFirst()).close();
          });
    }
  }
}
