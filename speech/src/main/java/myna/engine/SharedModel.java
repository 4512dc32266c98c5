package myna.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import myna.onnx.PackException;
import myna.speech.SpeechModel;
import myna.speech.Synthesizer;

/**
 * A model that is loaded for its first use, used by any number of threads at once, and closed when
 * nobody used it for a while. The next use loads it again.
 */
final class SharedModel {
  private final Loader loader;
  private final Consumer<Runnable> later;
  private final ReentrantLock lock = new ReentrantLock();
  private Loaded loaded;
  private int users;
  private long uses;
  private boolean watched;

  /** Loads a model. */
  @FunctionalInterface
  interface Loader {
    SpeechModel load() throws PackException;
  }

  /** A model in memory, and what speaks with it. */
  record Loaded(SpeechModel model, Synthesizer synthesizer) {}

  /** What is done with a model. */
  @FunctionalInterface
  interface Use<T, E extends Exception> {
    T of(Loaded loaded) throws E;
  }

  /**
   * A model that is not loaded yet.
   *
   * @param later runs something after the while that an unused model stays
   */
  SharedModel(Loader loader, Consumer<Runnable> later) {
    this.loader = loader;
    this.later = later;
  }

  /** Uses the model, which stays open meanwhile. */
  <T, E extends Exception> T with(Use<T, E> use) throws PackException, E {
    Loaded open = acquire();
    try {
      return use.of(open);
    } finally {
      release();
    }
  }

  /** Whether it is in memory. */
  boolean isLoaded() {
    lock.lock();
    try {
      return loaded != null;
    } finally {
      lock.unlock();
    }
  }

  private Loaded acquire() throws PackException {
    lock.lock();
    try {
      if (loaded == null) {
        SpeechModel model = loader.load();
        loaded = new Loaded(model, new Synthesizer(model));
      }
      users++;
      uses++;
      return loaded;
    } finally {
      lock.unlock();
    }
  }

  private void release() {
    lock.lock();
    try {
      users--;
      if (!watched) {
        watch();
      }
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    watched = true;
    long seen = uses;
    later.accept(() -> closeUnlessUsed(seen));
  }

  private void closeUnlessUsed(long seen) {
    lock.lock();
    try {
      watched = false;
      if (loaded != null && (users > 0 || uses != seen)) {
        watch();
      } else {
        closeUnused();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Closes it at once where nobody uses it just now. */
  void closeUnused() {
    lock.lock();
    try {
      if (users == 0 && loaded != null) {
        loaded.model().close();
        loaded = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
