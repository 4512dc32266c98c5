package myna.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.engine.EngineException;
import myna.engine.ForwardingPack;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Sentence;
import myna.ui.fakes.FakeEngine;

/** Hums a sentence only when the test says so. */
final class GatedPack extends ForwardingPack {
  final Semaphore gate = new Semaphore(0);
  final CountDownLatch begun = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);

  GatedPack() {
    super(new FakeEngine());
  }

  @Override
  public SpokenSentence speak(
      Sentence sentence,
      Voices voices,
      SpeechSettings settings,
      Consumer<Audio> pieces,
      Cancellation cancellation)
      throws EngineException {
    begun.countDown();
    try {
      while (!gate.tryAcquire(2, TimeUnit.MILLISECONDS)) {
        cancellation.check();
      }
    } catch (CancelledException e) {
      cancelled.countDown();
      throw e;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return super.speak(sentence, voices, settings, pieces, cancellation);
  }
}
