package myna.ui.speak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import myna.audio.Audio;
import myna.engine.Pronunciations;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Phonemes;
import myna.text.Sentence;
import myna.text.Span;
import myna.text.Word;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.sound.Feed;
import myna.voice.Voice;

/** Fixes how one word of a line is said: here, or everywhere from now on. */
final class Pronouncing {
  /**
   * A word of the line.
   *
   * @param span of the text
   * @param written as it stands there
   * @param phonemes as it is said now
   */
  record Choice(Span span, String written, List<String> phonemes) {}

  private static final double REST_SECONDS = 0.25;

  private final SpeakViewModel model;
  private final LineModel line;
  private final Pronunciations pronunciations;
  private final Consumer<Notice> notices;
  private final List<Choice> choices;
  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
  private final StringProperty said = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<String>> phonemes =
      new ReadOnlyObjectWrapper<>(List.of());
  private Subscription resolving = Subscription.EMPTY;

  Pronouncing(
      SpeakViewModel model,
      LineModel line,
      Pronunciations pronunciations,
      Consumer<Notice> notices) {
    this.model = model;
    this.line = line;
    this.pronunciations = pronunciations;
    this.notices = notices;
    this.choices = choices(line, model.textProperty().get());
    choice.subscribe(chosen -> said.set(""));
    said.subscribe(this::resolveSoon);
  }

  private static List<Choice> choices(LineModel line, String text) {
    List<Choice> found = new ArrayList<>();
    for (Word word : line.sentence().words()) {
      Choice last = found.isEmpty() ? null : found.getLast();
      if (last != null && last.span().equals(word.source())) {
        List<String> joined = new ArrayList<>(last.phonemes());
        joined.addAll(word.phonemes());
        found.set(found.size() - 1, new Choice(last.span(), last.written(), joined));
      } else if (word.source().end() <= text.length()) {
        found.add(new Choice(word.source(), word.source().of(text), word.phonemes()));
      }
    }
    return List.copyOf(found);
  }

  /** The words of the line. */
  List<Choice> choices() {
    return choices;
  }

  /** The word that is to be said otherwise. */
  ObjectProperty<Choice> choiceProperty() {
    return choice;
  }

  /** How the user wants it said: other words, or ARPABET. */
  StringProperty saidProperty() {
    return said;
  }

  /** The phonemes of that; empty where there is nothing, or nothing that can be said. */
  ReadOnlyObjectProperty<List<String>> phonemesProperty() {
    return phonemes.getReadOnlyProperty();
  }

  private void resolveSoon() {
    resolving.unsubscribe();
    phonemes.set(List.of());
    if (!said.get().isBlank()) {
      resolving = model.tools().delay().after(REST_SECONDS, this::resolve);
    }
  }

  private void resolve() {
    String wanted = said.get();
    model
        .tools()
        .jobs()
        .start(
            (progress, cancellation) -> phonemes(wanted),
            outcome -> {
              if (wanted.equals(said.get())
                  && outcome instanceof Outcome.Done<List<String>>(List<String> found)) {
                phonemes.set(found);
              }
            });
  }

  private List<String> phonemes(String wanted) {
    if (isArpabet(wanted)) {
      return Phonemes.parse(wanted);
    }
    return model.tools().engine().analyze(wanted).sentences().stream()
        .flatMap(sentence -> sentence.words().stream())
        .flatMap(word -> word.phonemes().stream())
        .toList();
  }

  private static boolean isArpabet(String text) {
    try {
      return !Phonemes.parse(text).isEmpty();
    } catch (IllegalArgumentException e) {
      return false; // how Phonemes says so
    }
  }

  /** Says the word again inside its line, with the same phonemes. */
  void sayAgain() {
    model.sayAgain(line, choice.get().span());
  }

  /** Speaks the word the new way. */
  void preview() {
    Voice voice = model.manner().voiceProperty().get();
    if (voice == null) {
      notices.accept(Notice.warning("speak.novoice"));
      return;
    }
    String mark = mark();
    model
        .tools()
        .jobs()
        .start(
            (progress, cancellation) -> {
              Sentence sentence = model.tools().engine().analyze(mark + ".").sentences().getFirst();
              SpeechSettings settings = SpeechSettings.of(model.tools().engine().format());
              return model.tools().engine().speak(sentence, voice, settings, cancellation);
            },
            outcome -> outcome.handle(this::play, notices));
  }

  private void play(SpokenSentence spoken) {
    Audio audio = spoken.audio();
    model.tools().transport().play(this, Feed.of(audio, 0, audio.seconds()), 0);
  }

  /** Writes a mark in place of the word. */
  void applyHere() {
    Span span = choice.get().span();
    String text = model.textProperty().get();
    if (span.end() <= text.length() && span.of(text).equals(choice.get().written())) {
      model
          .textProperty()
          .set(text.substring(0, span.start()) + mark() + text.substring(span.end()));
    }
  }

  /** Puts it into the user's lexicon. */
  void applyEverywhere() {
    String written = choice.get().written();
    String value = isArpabet(said.get()) ? said.get().strip() : "=" + said.get().strip();
    model
        .tools()
        .jobs()
        .start(
            (progress, cancellation) -> {
              pronunciations.put(written, value);
              return written;
            },
            outcome ->
                outcome.handle(
                    word -> {
                      notices.accept(Notice.success("speak.pronounce.kept", word));
                      model.readAgain();
                    },
                    notices));
  }

  private String mark() {
    return "[say " + choice.get().written() + "|" + String.join(" ", phonemes.get()) + "]";
  }
}
