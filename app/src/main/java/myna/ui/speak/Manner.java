package myna.ui.speak;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import myna.codec.SeededNoise;
import myna.speech.Knob;
import myna.speech.Quality;
import myna.speech.SpeechOptions;
import myna.voice.Voice;

/** How a text is to be spoken, as the user sets it. */
final class Manner {
  static final double SLOWEST = 0.6;
  static final double FASTEST = 1.6;
  static final double LONGEST_PAUSES = 3;

  private final ObjectProperty<Voice> voice = new SimpleObjectProperty<>();
  private final ObjectProperty<Quality> quality = new SimpleObjectProperty<>(Quality.GOOD);
  private final DoubleProperty speed = new SimpleDoubleProperty(1);
  private final DoubleProperty pauses = new SimpleDoubleProperty(1);
  private final LongProperty seed = new SimpleLongProperty(0);
  private final BooleanProperty verify = new SimpleBooleanProperty(true);

  /** Who speaks; null where there is nobody yet. */
  ObjectProperty<Voice> voiceProperty() {
    return voice;
  }

  ObjectProperty<Quality> qualityProperty() {
    return quality;
  }

  /** Relative to the speaker's own. */
  DoubleProperty speedProperty() {
    return speed;
  }

  /** Factor on the pauses between sentences. */
  DoubleProperty pausesProperty() {
    return pauses;
  }

  /** What all random numbers come from. */
  LongProperty seedProperty() {
    return seed;
  }

  /** Whether the model listens to what it said. */
  BooleanProperty verifyProperty() {
    return verify;
  }

  /** The recipe of a line by its number in the text; empty without a voice. */
  Optional<Recipe> recipe(int line) {
    return Optional.ofNullable(voice.get())
        .map(
            speaker ->
                new Recipe(
                    speaker.id(),
                    SpeechOptions.NONE
                        .with(Knob.QUALITY, quality.get().key())
                        .with(Knob.SPEED, Math.round(speed.get() * 100) / 100.0)
                        .with(Knob.VERIFY, verify.get()),
                    SeededNoise.derive(seed.get(), line),
                    List.of()));
  }

  /** Tells of every change. */
  Subscription subscribe(Runnable changed) {
    return Subscription.combine(
        voice.subscribe(changed),
        quality.subscribe(changed),
        speed.subscribe(changed),
        pauses.subscribe(changed),
        seed.subscribe(changed),
        verify.subscribe(changed));
  }
}
