package myna.ui.voices;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import myna.audio.Audio;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.engine.StudioEngine;
import myna.voice.Reading;

/**
 * Sentences that are read aloud one after another. The model listens: a sentence whose words it
 * does not hear is asked for again.
 */
final class ReadAloud {
  private final List<String> sentences;
  private final RecordingSession session;
  private final StudioEngine engine;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final IntegerProperty at = new SimpleIntegerProperty();
  private final ReadOnlyBooleanWrapper listening = new ReadOnlyBooleanWrapper();
  private final ObservableList<Reading> readings = FXCollections.observableArrayList();

  /**
   * Nothing is read yet.
   *
   * @param sentences at least one
   */
  ReadAloud(
      List<String> sentences,
      RecordingSession session,
      StudioEngine engine,
      Jobs jobs,
      Consumer<Notice> notices) {
    this.sentences = List.copyOf(sentences);
    this.session = session;
    this.engine = engine;
    this.jobs = jobs;
    this.notices = notices;
  }

  /** The number of the sentence that is to be read, from 0. */
  IntegerProperty atProperty() {
    return at;
  }

  /** Whether the model listens to what was just read. */
  ReadOnlyBooleanProperty listeningProperty() {
    return listening.getReadOnlyProperty();
  }

  /** What was read and heard. */
  ObservableList<Reading> readings() {
    return readings;
  }

  RecordingSession session() {
    return session;
  }

  /** How many sentences there are. */
  int count() {
    return sentences.size();
  }

  /** The sentence that is to be read. */
  String sentence() {
    return sentences.get(at.get());
  }

  /** Seconds of all that was read. */
  double seconds() {
    return readings.stream().mapToDouble(reading -> reading.audio().seconds()).sum();
  }

  /** Begins or ends the recording of the sentence. */
  void toggle() {
    if (session.stateProperty().get() == RecordingSession.State.IDLE) {
      String text = sentence();
      session.start(audio -> listen(text, audio));
    } else {
      session.stop();
    }
  }

  /** Leaves the sentence out. */
  void skip() {
    at.set((at.get() + 1) % sentences.size());
  }

  /** Begins anew. */
  void clear() {
    session.stop();
    readings.clear();
    at.set(0);
  }

  private void listen(String text, Audio audio) {
    Reading reading = new Reading(text, audio);
    listening.set(true);
    jobs.start(
        (progress, cancellation) -> engine.serves(reading),
        outcome -> {
          listening.set(false);
          outcome.handle(serves -> take(reading, serves), notices);
        });
  }

  private void take(Reading reading, boolean serves) {
    if (!serves) {
      notices.accept(Notice.warning("voices.read.again"));
      return;
    }
    readings.removeIf(other -> other.text().equals(reading.text()));
    readings.add(reading);
    if (reading.text().equals(sentence())) {
      skip();
    }
  }
}
