package myna.server;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import myna.engine.EngineException;
import myna.engine.VoiceSource;
import myna.voice.VoiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the model in memory, which the engine frees when it was not used for some minutes. */
final class Warmth implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Warmth.class);
  private static final long EVERY_SECONDS = 120;

  private final Speakers speakers;
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("myna-warmth").factory());

  Warmth(Speakers speakers) {
    this.speakers = speakers;
  }

  void start() {
    worker.execute(this::keepWarm);
  }

  private void keepWarm() {
    try {
      do {
        warm();
      } while (!end.await(EVERY_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Loads what a first request would have to wait for. */
  private void warm() {
    try {
      speakers.pack().device();
      speakers.pack().frontEnd(speakers.reading().get());
      Optional<String> voice = speakers.voice();
      if (voice.isPresent()) {
        speakers
            .pack()
            .hear(VoiceSource.of(speakers.library(), speakers.library().get(voice.get())));
      }
    } catch (EngineException e) {
      LOG.warn("{}", e.getMessage());
    } catch (VoiceException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  @Override
  public void close() {
    end.countDown();
    worker.shutdown();
  }
}
