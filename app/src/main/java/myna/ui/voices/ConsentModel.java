package myna.ui.voices;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import myna.audio.Audio;
import myna.engine.HeardConsent;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.engine.StudioEngine;
import myna.voice.Consent;
import myna.voice.ConsentSentence;

/**
 * Asks whose voice a clip is to say a sentence, and has the model listen to that. Who does not want
 * to leaves it out.
 */
final class ConsentModel {
  private final ClipDraft draft;
  private final RecordingSession session;
  private final StudioEngine engine;
  private final Pace pace;
  private final Consumer<Notice> notices;
  private final SecureRandom random = new SecureRandom();
  private final ReadOnlyObjectWrapper<ConsentSentence> asked = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper listening = new ReadOnlyBooleanWrapper();

  /** What it runs on. */
  record Pace(Jobs jobs, Clock clock) {}

  ConsentModel(
      ClipDraft draft,
      RecordingSession session,
      StudioEngine engine,
      Pace pace,
      Consumer<Notice> notices) {
    this.draft = draft;
    this.session = session;
    this.engine = engine;
    this.pace = pace;
    this.notices = notices;
    draft.recordingProperty().subscribe(taken -> ask());
    draft.nameProperty().subscribe(name -> asked.set(asked.get().withName(name.strip())));
  }

  /** What is to be said, with other words for every clip. */
  ReadOnlyObjectProperty<ConsentSentence> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** Whether the model listens to what was said. */
  ReadOnlyBooleanProperty listeningProperty() {
    return listening.getReadOnlyProperty();
  }

  RecordingSession session() {
    return session;
  }

  /** Draws other words. */
  void ask() {
    asked.set(ConsentSentence.draw(draft.nameProperty().get().strip(), today(), random));
  }

  /** Begins or ends the recording of the sentence. */
  void toggle() {
    if (session.stateProperty().get() == RecordingSession.State.IDLE) {
      ConsentSentence sentence = asked.get();
      Audio clip = draft.selection();
      session.start(said -> listen(sentence, said, clip));
    } else {
      session.stop();
    }
  }

  private void listen(ConsentSentence sentence, Audio said, Audio clip) {
    listening.set(true);
    pace.jobs()
        .start(
            (progress, cancellation) -> engine.hearConsent(sentence, said, clip),
            outcome -> {
              listening.set(false);
              outcome.handle(heard -> take(sentence, heard, clip), notices);
            });
  }

  private void take(ConsentSentence sentence, HeardConsent heard, Audio clip) {
    if (heard.refusal().isPresent()) {
      notices.accept(Notice.warning("consent.refused." + heard.refusal().get().name()));
      return;
    }
    Consent.Spoken spoken = heard.spoken(sentence, today());
    if (draft.heard(clip, spoken)) {
      notices.accept(Notice.success("consent.heard"));
    }
  }

  private LocalDate today() {
    return LocalDate.now(pace.clock());
  }
}
