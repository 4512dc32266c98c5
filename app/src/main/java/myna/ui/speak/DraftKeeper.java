package myna.ui.speak;

import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import myna.ui.common.Delay;
import myna.ui.common.JsonStore;
import myna.ui.settings.Settings;
import myna.ui.settings.Settings.Speaking;
import myna.voice.Voice;

/** Keeps what is on the speak page: nothing is lost on closing. */
public final class DraftKeeper {
  private static final double REST_SECONDS = 1;

  private final SpeakViewModel model;
  private final JsonStore<Draft> drafts;
  private final JsonStore<Settings> settings;
  private final Delay delay;
  private Subscription soon = Subscription.EMPTY;
  private String lastVoice;

  /** Puts the kept draft on the page, and keeps every change from then on. */
  public DraftKeeper(
      SpeakViewModel model, JsonStore<Draft> drafts, JsonStore<Settings> settings, Delay delay) {
    this.model = model;
    this.drafts = drafts;
    this.settings = settings;
    this.delay = delay;
    Draft draft = drafts.get();
    lastVoice = draft.voice();
    Manner manner = model.manner();
    manner.speedProperty().set(draft.speed());
    manner.pausesProperty().set(draft.pauses());
    manner.seedProperty().set(draft.seed());
    manner.qualityProperty().set(settings.get().speaking().quality());
    manner.verifyProperty().set(settings.get().speaking().verify());
    model.textProperty().set(draft.text());
    model.tools().voices().addListener((ListChangeListener<Voice>) any -> chooseVoice());
    chooseVoice();
    manner.subscribe(this::keepSoon);
    manner
        .voiceProperty()
        .subscribe(
            voice -> {
              if (voice != null) {
                lastVoice = voice.id();
              }
            });
    model.textProperty().subscribe(this::keepSoon);
  }

  /** The voice stays the one it was, as it is now; a first voice is chosen by itself. */
  private void chooseVoice() {
    Voice now = model.manner().voiceProperty().get();
    String wanted = now == null ? lastVoice : now.id();
    Voice found =
        model.tools().voices().stream()
            .filter(voice -> voice.id().equals(wanted))
            .findFirst()
            .orElse(model.tools().voices().isEmpty() ? null : model.tools().voices().getFirst());
    model.manner().voiceProperty().set(found);
  }

  private void keepSoon() {
    soon.unsubscribe();
    soon = delay.after(REST_SECONDS, this::keep);
  }

  /** Keeps what is there now. */
  public void keep() {
    soon.unsubscribe();
    Manner manner = model.manner();
    drafts.change(
        draft ->
            new Draft(
                model.textProperty().get(),
                lastVoice,
                manner.speedProperty().get(),
                manner.pausesProperty().get(),
                manner.seedProperty().get()));
    settings.change(
        s ->
            s.with(
                new Speaking(
                    manner.qualityProperty().get(),
                    manner.verifyProperty().get(),
                    s.speaking().watermark())));
  }
}
