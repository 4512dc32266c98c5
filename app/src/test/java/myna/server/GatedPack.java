package myna.server;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.engine.AdaptRequest;
import myna.engine.Adapted;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.jobs.CancelledException;
import myna.jobs.Progress;
import myna.speech.ModelFormat;
import myna.speech.Redo;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Sentence;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.ui.fakes.FakeEngine;
import myna.voice.Reading;

/** Hums a sentence only when the test says so. */
final class GatedPack implements PackLease {
  private final FakeEngine fake = new FakeEngine();
  final Semaphore gate = new Semaphore(0);
  final CountDownLatch begun = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);

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
    return fake.speak(sentence, voices, settings, pieces, cancellation);
  }

  @Override
  public String identity() {
    return fake.identity();
  }

  @Override
  public ModelFormat format() {
    return fake.format();
  }

  @Override
  public List<String> languages() {
    return fake.languages();
  }

  @Override
  public TextFrontEnd frontEnd(TextSettings settings) {
    return fake.frontEnd(settings);
  }

  @Override
  public String device() {
    return fake.device();
  }

  @Override
  public void hear(VoiceSource voice) {}

  @Override
  public SpokenSentence sayAgain(
      SpokenSentence before,
      Voices voices,
      SpeechSettings settings,
      Redo redo,
      Cancellation cancellation)
      throws EngineException {
    return fake.sayAgain(before, voices, settings, redo, cancellation);
  }

  @Override
  public OptionalDouble likeness(Audio speech, VoiceSource voice) {
    return fake.likeness(speech, voice);
  }

  @Override
  public boolean serves(Reading reading, TextSettings settings) {
    return fake.serves(reading, settings);
  }

  @Override
  public Adapted adapt(AdaptRequest request, Progress progress, Cancellation cancellation) {
    return fake.adapt(request, progress, cancellation);
  }

  @Override
  public void close() {}
}
