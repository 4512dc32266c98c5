package myna.ui.narrate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import myna.narration.Narration;
import myna.narration.book.NarrationException;
import myna.narration.export.ExportReport;
import myna.narration.export.ExportSettings;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderProgress;
import myna.narration.render.Shard;
import myna.ui.common.Jobs;
import myna.ui.common.Outcome;

/** Makes books one after the other, on a job. Used on the thread of the views. */
final class RenderQueue {
  /**
   * A book to be made.
   *
   * @param export what to write once it is rendered, if anything
   * @param end told how it ended
   */
  record Order(
      Narration narration,
      BookWork work,
      Optional<ExportSettings> export,
      Consumer<Outcome<Optional<ExportReport>>> end) {}

  private final Jobs jobs;
  private final Semaphore making = new Semaphore(1);
  private final Deque<Order> waiting = new ArrayDeque<>();
  private Optional<Order> running = Optional.empty();

  RenderQueue(Jobs jobs) {
    this.jobs = jobs;
  }

  /** Adds a book; it waits for those before it. */
  void add(Order order) {
    order.work().begin();
    waiting.add(order);
    next();
  }

  /** Whether anything is being made or waits for it. */
  boolean isBusy() {
    return running.isPresent();
  }

  /** Stops everything; what is finished is kept. */
  void stop() {
    waiting.forEach(order -> order.work().stop());
    running.ifPresent(order -> order.work().stop());
  }

  /** Waits for the end of what was stopped; on any thread but that of the views. */
  void awaitEnd() {
    making.acquireUninterruptibly();
    making.release();
  }

  private void next() {
    if (running.isPresent() || waiting.isEmpty()) {
      return;
    }
    Order order = waiting.poll();
    running = Optional.of(order);
    order.work().set(BookWork.State.RENDERING);
    jobs.<Optional<ExportReport>>start(
        (progress, cancellation) -> {
          making.acquire();
          try {
            return make(order, order.work().control());
          } finally {
            making.release();
          }
        },
        outcome -> {
          running = Optional.empty();
          order.work().set(BookWork.State.IDLE);
          order.end().accept(outcome);
          next();
        });
  }

  private Optional<ExportReport> make(Order order, RenderControl control)
      throws NarrationException {
    Relay<RenderProgress> rendered = new Relay<>(order.work()::show);
    order.narration().render(Shard.ALL, rendered::tell, control);
    if (order.export().isEmpty()) {
      return Optional.empty();
    }
    jobs.inView(() -> order.work().set(BookWork.State.EXPORTING));
    Relay<Double> written = new Relay<>(order.work()::showExported);
    return Optional.of(
        order
            .narration()
            .export(order.export().get(), (fraction, message) -> written.tell(fraction), control));
  }

  /** Brings news to the views: however many there are, only the latest waits. */
  private final class Relay<T> {
    private final AtomicReference<T> latest = new AtomicReference<>();
    private final Consumer<T> show;

    Relay(Consumer<T> show) {
      this.show = show;
    }

    void tell(T news) {
      if (latest.getAndSet(news) == null) {
        jobs.inView(() -> show.accept(latest.getAndSet(null)));
      }
    }
  }
}
