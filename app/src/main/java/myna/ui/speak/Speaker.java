package myna.ui.speak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import myna.audio.Audio;
import myna.engine.EngineException;
import myna.jobs.Cancellation;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Sentence;
import myna.ui.common.Job;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.engine.StudioEngine;
import myna.voice.Voice;

/** Makes takes, one after the other, on a job. Used on the thread of the views. */
final class Speaker {
  /**
   * What it cost to make the last takes.
   *
   * @param firstSeconds from the order to the first sound
   * @param realTimeFactor seconds of work for a second of sound
   */
  record Cost(double firstSeconds, double realTimeFactor) {}

  /**
   * A line to be made ready.
   *
   * @param sentence as it stands in the text now
   * @param ready the take that is there, where there is one
   * @param base the take that a word is said again in, where that is there
   */
  record Order(
      LineModel line,
      Sentence sentence,
      Recipe recipe,
      Optional<SpokenSentence> ready,
      Optional<SpokenSentence> base) {
    /** The chosen take, whatever its seed, where it was made like this; else a take like this. */
    static Order of(LineModel line, Recipe recipe) {
      return exactly(line, line.like(recipe));
    }

    /** This very recipe. */
    static Order exactly(LineModel line, Recipe recipe) {
      return new Order(
          line, line.sentence(), recipe, line.made(recipe), recipe.base().flatMap(line::made));
    }
  }

  /** Told of the lines, in order, on the job's thread. */
  interface Listener {
    /** Nobody listens. */
    Listener NONE =
        new Listener() {
          @Override
          public void heard(Audio piece) {}

          @Override
          public void ready(SpokenSentence spoken) {}
        };

    /** Samples of a line, which follow those before; some may come while the line is made. */
    void heard(Audio piece);

    /** All samples of a line are there. */
    void ready(SpokenSentence spoken);
  }

  private final StudioEngine engine;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final ReadOnlyBooleanWrapper making = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Cost> cost = new ReadOnlyObjectWrapper<>();
  private Job job;

  Speaker(StudioEngine engine, Jobs jobs, Consumer<Notice> notices) {
    this.engine = engine;
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Whether takes are being made. */
  ReadOnlyBooleanProperty makingProperty() {
    return making.getReadOnlyProperty();
  }

  /** What the last takes cost; null before the first. */
  ReadOnlyObjectProperty<Cost> costProperty() {
    return cost.getReadOnlyProperty();
  }

  /**
   * Makes lines ready, in order. What was being made before is dropped.
   *
   * @param made told of each new take, on the thread of the views
   * @param end told whether all is ready
   */
  void make(
      List<Order> orders, Voice voice, Listener listener, Runnable made, Consumer<Boolean> end) {
    stop();
    making.set(true);
    Tally tally = new Tally();
    List<Order> missing = new ArrayList<>(orders);
    missing.removeIf(order -> order.ready().isPresent());
    missing.stream().findFirst().ifPresent(order -> order.line().makingProperty().set(true));
    Job[] mine = new Job[1];
    mine[0] =
        jobs.<Void>start(
            (progress, cancellation) -> {
              for (Order order : orders) {
                cancellation.check();
                if (order.ready().isPresent()) {
                  listener.heard(order.ready().get().audio());
                  listener.ready(order.ready().get());
                  continue;
                }
                SpokenSentence spoken =
                    speak(order, order.recipe(), voice, tally.and(listener), cancellation);
                listener.ready(spoken);
                jobs.inView(() -> take(order, spoken, missing, made));
              }
              return null;
            },
            outcome -> {
              missing.forEach(order -> order.line().makingProperty().set(false));
              tally.cost().ifPresent(cost::set);
              if (job == null || job == mine[0]) {
                making.set(false);
              }
              outcome.handle(nothing -> {}, notices);
              end.accept(outcome instanceof Outcome.Done);
            });
    job = mine[0];
    making.set(job.isRunning());
  }

  /** Drops what is being made; lines that are ready stay. */
  void stop() {
    if (job != null) {
      job.cancel();
      job = null;
      making.set(false);
    }
  }

  private SpokenSentence speak(
      Order order, Recipe recipe, Voice voice, Consumer<Audio> pieces, Cancellation cancellation)
      throws EngineException {
    SpeechSettings settings = recipe.settings(engine.format());
    if (recipe.base().isEmpty()) {
      return engine.speak(order.sentence(), voice, settings, pieces, cancellation);
    }
    SpokenSentence before =
        recipe.equals(order.recipe()) && order.base().isPresent()
            ? order.base().get()
            : speak(order, recipe.base().get(), voice, piece -> {}, cancellation);
    SpokenSentence again =
        engine.sayAgain(before, voice, settings, recipe.redos().getLast(), cancellation);
    pieces.accept(again.audio());
    return again;
  }

  private static void take(Order order, SpokenSentence spoken, List<Order> missing, Runnable made) {
    order.line().makingProperty().set(false);
    missing.remove(order);
    order.line().add(order.recipe(), spoken);
    missing.stream().findFirst().ifPresent(next -> next.line().makingProperty().set(true));
    made.run();
  }

  /** Adds up what takes cost; filled on the job, read after it. */
  private static final class Tally {
    private final long start = System.nanoTime();
    private double first = Double.NaN;
    private double audio;

    /** Counts what a listener hears. */
    Consumer<Audio> and(Listener listener) {
      return piece -> {
        add(piece);
        listener.heard(piece);
      };
    }

    private synchronized void add(Audio piece) {
      if (Double.isNaN(first)) {
        first = elapsed();
      }
      audio += piece.seconds();
    }

    synchronized Optional<Cost> cost() {
      return audio == 0 ? Optional.empty() : Optional.of(new Cost(first, elapsed() / audio));
    }

    private double elapsed() {
      return (System.nanoTime() - start) / 1e9;
    }
  }
}
