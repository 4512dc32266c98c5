package myna.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JobsTest {
  private final List<Outcome<Integer>> outcomes = new ArrayList<>();

  @Test
  void whatIsDoneComesBack() {
    Job job = Jobs.sameThread().start((progress, cancellation) -> 42, outcomes::add);
    assertThat(outcomes).containsExactly(new Outcome.Done<>(42));
    assertThat(job.isRunning()).isFalse();
  }

  @Test
  void whatGoesWrongComesBackAsItsCause() {
    IOException failure = new IOException("no such disk");
    Jobs.sameThread()
        .<Integer>start(
            (progress, cancellation) -> {
              throw failure;
            },
            outcomes::add);
    assertThat(outcomes).containsExactly(new Outcome.Failed<>(failure));
  }

  @Test
  void errorsDoNotVanish() {
    Jobs.sameThread()
        .<Integer>start(
            (progress, cancellation) -> {
              throw new AssertionError("broken");
            },
            outcomes::add);
    assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void cancelledWorkIsNoError() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Outcome<Integer>> outcome = new AtomicReference<>();
    try (Jobs jobs = new Jobs(Executors.newCachedThreadPool(), Runnable::run)) {
      Job job =
          jobs.<Integer>start(
              (progress, cancellation) -> {
                started.countDown();
                while (true) {
                  cancellation.check();
                  Thread.onSpinWait();
                }
              },
              end -> {
                outcome.set(end);
                ended.countDown();
              });
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      job.cancel();
      assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(outcome.get()).isInstanceOf(Outcome.Cancelled.class);
  }

  @Test
  void reportsAreThinnedOutWhileTheViewsAreBusy() {
    Deque<Runnable> views = new ArrayDeque<>();
    Job job =
        Jobs.sameThread(views::add)
            .start(
                (progress, cancellation) -> {
                  for (int i = 1; i <= 100; i++) {
                    progress.report(i / 100.0, "step " + i);
                  }
                  return 1;
                },
                outcomes::add);
    assertThat(views).hasSize(2);
    views.removeFirst().run();
    assertThat(job.progressProperty().get()).isEqualTo(1.0);
    assertThat(job.messageProperty().get()).isEqualTo("step 100");
  }

  @Test
  void oneByOneKeepsTheOrderAndEndsWhatWasStarted() {
    List<Integer> order = new ArrayList<>();
    try (Jobs jobs = new Jobs(Executors.newCachedThreadPool(), command -> {})) {
      Jobs ordered = jobs.oneByOne();
      for (int i = 0; i < 50; i++) {
        int number = i;
        ordered.start((progress, cancellation) -> order.add(number), end -> {});
      }
      ordered.finish();
      ordered.start((progress, cancellation) -> order.add(-1), end -> {});
    }
    assertThat(order).hasSize(50).isSorted().doesNotContain(-1);
  }
}
