package myna.ui.voices;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import myna.audio.Audio;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.engine.StudioEngine;
import myna.voice.ClipCheck;
import myna.voice.Finding;
import myna.voice.Finding.Aspect;
import myna.voice.Grade;
import myna.voice.Reading;

/**
 * Sentences that are read aloud one after another. The model listens: a sentence whose words it
 * does not hear is asked for again.
 */
final class ReadAloud {
  private final List<String> sentences;
  private final int perPage;
  private final RecordingSession session;
  private final StudioEngine engine;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final IntegerProperty at = new SimpleIntegerProperty();
  private final ReadOnlyBooleanWrapper listening = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Finding>> finding =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<Reading> readings = FXCollections.observableArrayList();

  /**
   * Nothing is read yet.
   *
   * @param pages of sentences, at least one of each, all pages equally long
   */
  ReadAloud(
      List<List<String>> pages,
      RecordingSession session,
      StudioEngine engine,
      Jobs jobs,
      Consumer<Notice> notices) {
    sentences = pages.stream().flatMap(List::stream).toList();
    perPage = pages.getFirst().size();
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

  /** What spoils the sentence that was read last; empty where nothing does. */
  ReadOnlyObjectProperty<Optional<Finding>> findingProperty() {
    return finding.getReadOnlyProperty();
  }

  /** What was read and heard. */
  ObservableList<Reading> readings() {
    return readings;
  }

  RecordingSession session() {
    return session;
  }

  /**
   * Where a sentence stands, all counted from 1.
   *
   * @param page of pages
   * @param sentence of sentences on the page
   */
  record Place(int page, int pages, int sentence, int sentences) {}

  /** Where the sentence stands that is to be read. */
  Place place() {
    return new Place(
        at.get() / perPage + 1,
        Math.ceilDiv(sentences.size(), perPage),
        at.get() % perPage + 1,
        perPage);
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
    finding.set(Optional.empty());
    at.set(0);
  }

  private void listen(String text, Audio audio) {
    Reading reading = new Reading(text, audio);
    listening.set(true);
    jobs.start(
        (progress, cancellation) -> new Heard(engine.serves(reading), worst(audio)),
        outcome -> {
          listening.set(false);
          outcome.handle(heard -> take(reading, heard), notices);
        });
  }

  /** What the model and the check say of a reading. */
  private record Heard(boolean serves, Optional<Finding> finding) {}

  /** The worst of what a sentence tells of a recording: it is too short to tell of voices. */
  private static Optional<Finding> worst(Audio audio) {
    return ClipCheck.of(audio).findings().stream()
        .filter(finding -> finding.aspect() != Aspect.SPEECH && finding.aspect() != Aspect.SPEAKERS)
        .filter(finding -> finding.grade() != Grade.GOOD && !Double.isNaN(finding.value()))
        .max(Comparator.comparing(Finding::grade));
  }

  private void take(Reading reading, Heard heard) {
    finding.set(heard.finding());
    if (!heard.serves()) {
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
