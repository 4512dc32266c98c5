package myna.ui.common;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import myna.jobs.CancelledException;
import myna.jobs.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work off the thread of the views and brings progress and outcome back to it.
 *
 * <p>Progress is thinned out: however often the work reports, at most one report waits for the
 * views.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final long LAST_STEP_SECONDS = 5;

  private final ExecutorService workers;
  private final Executor views;

  /**
   * Jobs on given threads.
   *
   * @param workers where work runs; closed with these jobs
   * @param views the thread of the views
   */
  public Jobs(ExecutorService workers, Executor views) {
    this.workers = workers;
    this.views = views;
  }

  /** Jobs of the studio: workers of their own, views on the JavaFX thread. */
  public static Jobs ofStudio() {
    return new Jobs(Executors.newCachedThreadPool(threads()), Platform::runLater);
  }

  private static ThreadFactory threads() {
    return Thread.ofPlatform().daemon().name("myna-job-", 0).factory();
  }

  /** Jobs that run at once in the thread that starts them. */
  public static Jobs sameThread() {
    return sameThread(Runnable::run);
  }

  /** Jobs that run at once in the thread that starts them, with the views elsewhere. */
  public static Jobs sameThread(Executor views) {
    return new Jobs(new SameThread(), views);
  }

  /**
   * Starts work; after these jobs are closed nothing starts any more.
   *
   * @param end told the outcome, on the thread of the views
   */
  public <T> Job start(Work<T> work, Consumer<Outcome<T>> end) {
    Job job = new Job();
    if (workers.isShutdown()) {
      job.end();
      return job;
    }
    Progress progress = thinned(job);
    workers.execute(new Task<>(() -> work.run(progress, job.cancellation()), job, end));
    return job;
  }

  /** Jobs for the same views that run one after the other, in the order they were started. */
  public Jobs oneByOne() {
    return new Jobs(
        workers instanceof SameThread ? workers : Executors.newSingleThreadExecutor(threads()),
        views);
  }

  /** Starts nothing more, and waits until what was started has ended. */
  public void finish() {
    workers.shutdown();
    awaitEnd(Long.MAX_VALUE);
  }

  /** Runs a piece of code on the thread of the views, later. */
  public void inView(Runnable code) {
    views.execute(code);
  }

  /** Ends the workers; work that runs is interrupted, and gets a moment to clean up. */
  @Override
  public void close() {
    workers.shutdownNow();
    awaitEnd(LAST_STEP_SECONDS);
  }

  private void awaitEnd(long seconds) {
    try {
      boolean ended = workers.awaitTermination(seconds, TimeUnit.SECONDS);
      LOG.debug("workers ended: {}", ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Progress thinned(Job job) {
    AtomicReference<Report> waiting = new AtomicReference<>();
    return (fraction, message) -> {
      if (waiting.getAndSet(new Report(fraction, message)) == null) {
        views.execute(
            () -> {
              Report latest = waiting.getAndSet(null);
              job.show(latest.fraction(), latest.message());
            });
      }
    };
  }

  private record Report(double fraction, String message) {}

  /** A future that tells the views how it ended. */
  private final class Task<T> extends FutureTask<T> {
    private final Job job;
    private final Consumer<Outcome<T>> end;

    Task(Callable<T> work, Job job, Consumer<Outcome<T>> end) {
      super(work);
      this.job = job;
      this.end = end;
    }

    @Override
    protected void done() {
      Outcome<T> outcome = outcome();
      views.execute(
          () -> {
            job.end();
            end.accept(outcome);
          });
    }

    private Outcome<T> outcome() {
      try {
        return new Outcome.Done<>(get());
      } catch (ExecutionException e) {
        boolean unwanted =
            e.getCause() instanceof CancelledException
                || e.getCause() instanceof InterruptedException;
        return unwanted ? new Outcome.Cancelled<>() : new Outcome.Failed<>(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Outcome.Cancelled<>();
      }
    }
  }

  private static final class SameThread extends AbstractExecutorService {
    @Override
    public void execute(Runnable command) {
      command.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
