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
import myna.speech.SpeakingTime;
import myna.speech.SpokenSentence;
import myna.text.Sentence;

/** A sentence of the text with its takes. Used on the thread of the views. */
final class Line {
  /** So many takes keep their samples; the chosen one always does. */
  static final int MOST_WITH_SAMPLES = 4;

  private final ReadOnlyObjectWrapper<Sentence> sentence;
  private final String text;
  private final ObservableList<Take> takes = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Take> chosen = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty making = new SimpleBooleanProperty();

  /**
   * A line without takes.
   *
   * @param text of the sentence as the user wrote it
   */
  Line(Sentence sentence, String text) {
    this.sentence = new ReadOnlyObjectWrapper<>(sentence);
    this.text = text;
  }

  ReadOnlyObjectProperty<Sentence> sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  Sentence sentence() {
    return sentence.get();
  }

  /** The sentence as the user wrote it. */
  String text() {
    return text;
  }

  /** Takes its place in a text in which other things changed. */
  void moveTo(Sentence place) {
    sentence.set(place);
  }

  /** All takes, oldest first. */
  ObservableList<Take> takes() {
    return takes;
  }

  /** The take that is played and exported; null before the first. */
  ReadOnlyObjectProperty<Take> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  Take chosen() {
    return chosen.get();
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
      takes.add(Take.promised(takes.size() + 1, recipe));
      same = takes.size() - 1;
    }
    chosen.set(takes.get(same));
  }

  /** The take of exactly this recipe, where it has its samples. */
  Optional<SpokenSentence> made(Recipe recipe) {
    int index = indexOf(recipe);
    return index < 0 ? Optional.empty() : takes.get(index).spoken();
  }

  /** Adds a take and chooses it; one of the same recipe gets its samples back instead. */
  Take add(Recipe recipe, SpokenSentence spoken) {
    int same = indexOf(recipe);
    int number = same < 0 ? takes.size() + 1 : takes.get(same).number();
    Take take = Take.of(number, recipe, spoken);
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
  void choose(Take take) {
    chosen.set(take);
  }

  /** The length in seconds: of the chosen take, or a guess. */
  double seconds(double speed) {
    return chosen.get() == null || chosen.get().seconds() == 0
        ? SpeakingTime.of(1, sentence.get().phonemeCount()) / speed
        : chosen.get().seconds();
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
    List<Take> heavy =
        takes.stream()
            .filter(take -> take.spoken().isPresent() && !take.equals(chosen.get()))
            .sorted(Comparator.comparingInt(Take::number))
            .toList();
    heavy.stream()
        .limit(Math.max(0, heavy.size() - (MOST_WITH_SAMPLES - 1)))
        .forEach(take -> takes.set(takes.indexOf(take), take.withoutSamples()));
  }
}
