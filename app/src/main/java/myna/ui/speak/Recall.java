package myna.ui.speak;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.history.Entry;
import myna.voice.Voice;

/** Writes the speak page into the history, and brings it back from there. */
public final class Recall {
  private final SpeakViewModel model;
  private final Clock clock;
  private final Consumer<Notice> notices;

  /** A recall of a page. */
  public Recall(SpeakViewModel model, Clock clock, Consumer<Notice> notices) {
    this.model = model;
    this.clock = clock;
    this.notices = notices;
  }

  /** From now on tells of all that is spoken to its end. */
  public void tell(Consumer<Entry> history) {
    model.onSpoken(() -> describe(history));
  }

  private void describe(Consumer<Entry> history) {
    Voice voice = model.manner().voiceProperty().get();
    if (voice == null) {
      return;
    }
    String text = model.textProperty().get();
    List<Long> seeds =
        model.lines().stream()
            .map(LineModel::chosen)
            .map(take -> take == null ? 0 : take.recipe().seed())
            .toList();
    Entry.Manner manner = manner();
    model
        .tools()
        .jobs()
        .start(
            (progress, cancellation) -> model.tools().engine().format().pack(),
            outcome -> {
              if (outcome instanceof Outcome.Done<String>(String pack)) {
                Entry.Speaker speaker = new Entry.Speaker(voice.id(), voice.name(), pack);
                history.accept(new Entry(clock.millis(), text, speaker, manner, seeds));
              }
            });
  }

  private Entry.Manner manner() {
    Manner manner = model.manner();
    return new Entry.Manner(
        manner.qualityProperty().get(),
        manner.speedProperty().get(),
        manner.pausesProperty().get(),
        manner.verifyProperty().get(),
        manner.seedProperty().get());
  }

  /** Puts an entry back on the page, with the very takes that were chosen. */
  public void restore(Entry entry) {
    model.stop();
    Optional<Voice> voice =
        model.tools().voices().stream()
            .filter(each -> each.id().equals(entry.voice().id()))
            .findFirst();
    if (voice.isEmpty()) {
      notices.accept(Notice.warning("history.novoice", entry.voice().name()));
    }
    Manner manner = model.manner();
    voice.ifPresent(manner.voiceProperty()::set);
    manner.qualityProperty().set(entry.manner().quality());
    manner.speedProperty().set(entry.manner().speed());
    manner.pausesProperty().set(entry.manner().pauses());
    manner.verifyProperty().set(entry.manner().verify());
    manner.seedProperty().set(entry.manner().seed());
    model.textProperty().set(entry.text());
    model.promise(entry.seeds());
  }
}
