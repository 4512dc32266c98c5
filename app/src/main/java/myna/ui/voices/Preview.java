package myna.ui.voices;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import myna.audio.Audio;
import myna.engine.EngineException;
import myna.jobs.Cancellation;
import myna.speech.SpeechException;
import myna.speech.SpeechException.Reason;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Sentence;
import myna.ui.common.Job;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.engine.StudioEngine;
import myna.ui.sound.Feed;
import myna.ui.sound.Transport;
import myna.voice.Voice;

/** Speaks the first sentence of a text in a voice, to hear how it sounds. */
public final class Preview {
  private final StudioEngine engine;
  private final Transport transport;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final ReadOnlyBooleanWrapper making = new ReadOnlyBooleanWrapper();
  private Optional<Job> job = Optional.empty();

  /** A preview that plays on a transport. */
  public Preview(StudioEngine engine, Transport transport, Jobs jobs, Consumer<Notice> notices) {
    this.engine = engine;
    this.transport = transport;
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Whether the sentence is being made. */
  public ReadOnlyBooleanProperty makingProperty() {
    return making.getReadOnlyProperty();
  }

  /** Whether this voice is heard now. */
  boolean isOn(Voice voice) {
    return transport.isOn(voice);
  }

  /** Speaks, or stops. */
  public void toggle(Voice voice, String text) {
    job.ifPresent(Job::cancel);
    if (transport.isOn(voice) || making.get()) {
      transport.stop();
      return;
    }
    making.set(true);
    job =
        Optional.of(
            jobs.start(
                (progress, cancellation) -> speak(voice, text, cancellation),
                outcome -> {
                  making.set(false);
                  outcome.handle(spoken -> play(voice, spoken.audio()), notices);
                }));
  }

  private SpokenSentence speak(Voice voice, String text, Cancellation cancellation)
      throws EngineException, SpeechException {
    List<Sentence> sentences = engine.analyze(text).sentences();
    if (sentences.isEmpty()) {
      throw new SpeechException(Reason.NOTHING_TO_SAY, text);
    }
    SpeechSettings settings = SpeechSettings.of(engine.format());
    return engine.speak(sentences.getFirst(), voice, settings, cancellation);
  }

  private void play(Voice voice, Audio audio) {
    transport.play(voice, Feed.of(audio, 0, audio.seconds()), 0);
  }
}
