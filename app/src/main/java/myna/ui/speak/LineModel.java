package myna.ui.speak;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import myna.script.Line;
import myna.script.Take;
import myna.speech.SpeakingTime;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Pause;
import myna.text.Sentence;

/** A line of the text with its takes. Used on the thread of the views. */
final class LineModel {
  /** So many takes keep their samples; the chosen one always does. */
  static final int MOST_WITH_SAMPLES = 4;

  private final ObservableList<TakeModel> takes = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<TakeModel> chosen = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty making = new SimpleBooleanProperty();
  private Line line;

  /** A line without takes. */
  LineModel(Line line) {
    this.line = line;
  }

  Line line() {
    return line;
  }

  Sentence sentence() {
    return line.sentence();
  }

  /** The sentence as the user wrote it. */
  String text() {
    return line.text();
  }

  /** Takes its place in a text in which other things changed. */
  void moveTo(Line place) {
    line = place;
  }

  /** All takes, oldest first. */
  ObservableList<TakeModel> takes() {
    return takes;
  }

  /** The take that is played and exported; null before the first. */
  ReadOnlyObjectProperty<TakeModel> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  TakeModel chosen() {
    return chosen.get();
  }

  /** What is known of the chosen take; empty where it was not made yet. */
  Optional<Take> take() {
    return Optional.ofNullable(chosen.get()).flatMap(TakeModel::take);
  }

  /** The chosen take at its place in the text, where it has its samples. */
  Optional<SpokenSentence> spoken() {
    return Optional.ofNullable(chosen.get()).flatMap(take -> take.spokenAt(sentence()));
  }

  /** The words of the chosen take with their times. */
  List<SpokenWord> words() {
    return take().map(take -> take.words(sentence())).orElse(List.of());
  }

  /** Whether a take is being made. */
  BooleanProperty makingProperty() {
    return making;
  }

  /** The chosen take's recipe where only the seed differs, else the one given. */
  Recipe like(Recipe recipe) {
    return chosen.get() != null && chosen.get().recipe().isLike(recipe)
        ? chosen.get().recipe()
        : recipe;
  }

  /** Chooses a take that is yet to be made. */
  void promise(Recipe recipe) {
    int same = indexOf(recipe);
    if (same < 0) {
      takes.add(TakeModel.promised(takes.size() + 1, recipe));
      same = takes.size() - 1;
    }
    chosen.set(takes.get(same));
  }

  /** The take of exactly this recipe at its place in the text, where it has its samples. */
  Optional<SpokenSentence> made(Recipe recipe) {
    int index = indexOf(recipe);
    return index < 0 ? Optional.empty() : takes.get(index).spokenAt(sentence());
  }

  /** Adds a take and chooses it; one of the same recipe gets its samples back instead. */
  TakeModel add(Recipe recipe, SpokenSentence spoken) {
    int same = indexOf(recipe);
    int number = same < 0 ? takes.size() + 1 : takes.get(same).number();
    TakeModel take = TakeModel.of(number, recipe, spoken);
    if (same < 0) {
      takes.add(take);
    } else {
      takes.set(same, take);
    }
    chosen.set(take);
    dropSamples();
    return take;
  }

  /** Chooses a take, which may have lost its samples. */
  void choose(TakeModel take) {
    chosen.set(take);
  }

  /** The length in seconds: of the chosen take, or a guess. */
  double seconds(double speed) {
    return take()
        .map(take -> take.length().seconds())
        .orElseGet(() -> SpeakingTime.of(1, sentence().phonemeCount()) / speed);
  }

  /**
   * The silence after it in seconds: what the chosen take leaves of the pause, or a guess.
   *
   * @param pauses factor on silence
   */
  double silence(double pauses) {
    Pause after = sentence().pauseAfter();
    return pauses * take().map(take -> take.spacing().silenceFor(after)).orElseGet(after::seconds);
  }

  private int indexOf(Recipe recipe) {
    for (int i = 0; i < takes.size(); i++) {
      if (takes.get(i).recipe().equals(recipe)) {
        return i;
      }
    }
    return -1;
  }

  /** The oldest go first: their recipe brings them back. */
  private void dropSamples() {
    List<TakeModel> heavy =
        takes.stream()
            .filter(take -> take.spoken().isPresent() && !take.equals(chosen.get()))
            .sorted(Comparator.comparingInt(TakeModel::number))
            .toList();
    heavy.stream()
        .limit(Math.max(0, heavy.size() - (MOST_WITH_SAMPLES - 1)))
        .forEach(take -> takes.set(takes.indexOf(take), take.withoutSamples()));
  }
}
