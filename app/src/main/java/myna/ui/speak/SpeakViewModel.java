package myna.ui.speak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import myna.audio.Audio;
import myna.codec.SeededNoise;
import myna.engine.Pronunciations;
import myna.speech.Redo;
import myna.text.Analysis;
import myna.text.Problem;
import myna.text.Span;
import myna.text.Word;
import myna.ui.common.Delay;
import myna.ui.common.FileChoosers.Sort;
import myna.ui.common.FileMarks;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.engine.StudioEngine;
import myna.ui.sound.Feed;
import myna.ui.sound.Transport;
import myna.voice.Voice;

/** A text and the takes of its lines: what the speak page shows and does. */
public final class SpeakViewModel {
  /** What it takes from the rest of the studio. */
  public record Tools(
      StudioEngine engine,
      Transport transport,
      Jobs jobs,
      Delay delay,
      ObservableList<Voice> voices) {}

  /**
   * What helps besides.
   *
   * @param pronunciations the user's own
   * @param firstVoice ways to one
   * @param marks what files say of themselves
   */
  public record Helpers(Pronunciations pronunciations, FirstVoice firstVoice, FileMarks marks) {}

  /**
   * Ways to a first voice.
   *
   * @param sample takes the voices that come with the program
   * @param make goes to where a voice is made
   */
  public record FirstVoice(Runnable sample, Runnable make) {}

  /** The text is read when the typing rests. */
  private static final double REST_SECONDS = 0.25;

  private static final double WARM_UP_SECONDS = 1;

  private final Tools tools;
  private final Consumer<Notice> notices;
  private final Speaker speaker;
  private final Manner manner = new Manner();
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<LineModel> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<TimelineModel> timeline =
      new ReadOnlyObjectWrapper<>(TimelineModel.EMPTY);
  private final ReadOnlyObjectWrapper<LineModel> currentLine = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Span> currentWord = new ReadOnlyObjectWrapper<>();
  private final Helpers helpers;
  private final Exporter exporter;
  private final Object whole = new Object();
  private Subscription reading = Subscription.EMPTY;
  private String read = "";
  private Runnable spoken = () -> {};

  /** An empty page. */
  public SpeakViewModel(Tools tools, Helpers helpers, Consumer<Notice> notices) {
    this.tools = tools;
    this.helpers = helpers;
    this.notices = notices;
    this.speaker = new Speaker(tools.engine(), tools.jobs(), notices);
    this.exporter = new Exporter(this::pieces, helpers.marks(), tools.jobs(), notices);
    text.subscribe(this::readSoon);
    manner.subscribe(this::retime);
    tools.transport().positionProperty().subscribe(this::follow);
    tools.transport().stateProperty().subscribe(this::follow);
  }

  Tools tools() {
    return tools;
  }

  Speaker speaker() {
    return speaker;
  }

  /** How it is spoken. */
  Manner manner() {
    return manner;
  }

  /** Who speaks; empty where there is nobody yet. */
  public Optional<Voice> voice() {
    return Optional.ofNullable(manner.voiceProperty().get());
  }

  public StringProperty textProperty() {
    return text;
  }

  /** The sentences of the text. */
  ObservableList<LineModel> lines() {
    return lines;
  }

  /** Whether the sentences are those of the text as it is now. */
  boolean isRead() {
    return text.get().equals(read);
  }

  /** What in the text could not be obeyed. */
  ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<TimelineModel> timelineProperty() {
    return timeline.getReadOnlyProperty();
  }

  /** The line that is heard now, or null. */
  ReadOnlyObjectProperty<LineModel> currentLineProperty() {
    return currentLine.getReadOnlyProperty();
  }

  /** Where the word stands in the text that is heard now, or null. */
  ReadOnlyObjectProperty<Span> currentWordProperty() {
    return currentWord.getReadOnlyProperty();
  }

  /** What writes the takes into a file. */
  Exporter exporter() {
    return exporter;
  }

  FirstVoice firstVoice() {
    return helpers.firstVoice();
  }

  /** What fixes how a word of a line is said. */
  Pronouncing pronouncing(LineModel line) {
    return new Pronouncing(this, line, helpers.pronunciations(), notices);
  }

  /** Reads the text anew, after words are said otherwise. */
  void readAgain() {
    read = null;
    readSoon();
  }

  /** The number of steps that the model usually takes. */
  void usualSteps(Consumer<Integer> show) {
    // The window comes first: this loads the model.
    tools
        .delay()
        .after(
            WARM_UP_SECONDS,
            () ->
                tools
                    .jobs()
                    .start(
                        (progress, cancellation) -> tools.engine().format().defaults().steps(),
                        outcome -> {
                          if (outcome instanceof Outcome.Done<Integer>(Integer steps)) {
                            show.accept(steps);
                          }
                        }));
  }

  /** Told when all of a text was spoken. */
  void onSpoken(Runnable told) {
    spoken = told;
  }

  /** Chooses takes that are yet to be made, by their seeds, once the text is read. */
  void promise(List<Long> seeds) {
    whenRead(
        () -> {
          for (int i = 0; i < Math.min(seeds.size(), lines.size()); i++) {
            LineModel line = lines.get(i);
            long seed = seeds.get(i);
            manner.recipe(i).ifPresent(recipe -> line.promise(recipe.withSeed(seed)));
          }
          retime();
        });
  }

  /** Takes a text file dropped on the window, where nothing would be lost by it. */
  public boolean receive(List<Path> files) {
    boolean isText = files.size() == 1 && Sort.TEXT.matches(files.getFirst());
    if (!isText || !text.get().isBlank()) {
      return false;
    }
    tools
        .jobs()
        .start(
            (progress, cancellation) -> Files.readString(files.getFirst()),
            outcome -> outcome.handle(text::set, notices));
    return true;
  }

  /** Whether the text, or a line of it, is heard or held. */
  boolean isOn() {
    Object subject = tools.transport().subjectProperty().get();
    return whole.equals(subject) || subject instanceof LineModel;
  }

  /** Speaks from the start, or holds what is heard, or goes on. */
  void togglePlay() {
    if (isOn()) {
      tools.transport().togglePause();
    } else {
      playFrom(0);
    }
  }

  /** Speaks from the line that a place in the text belongs to. */
  void playFromText(int place) {
    whenRead(
        () -> {
          int line =
              IntStream.range(0, lines.size())
                  .filter(i -> lines.get(i).sentence().source().end() >= place)
                  .findFirst()
                  .orElse(0);
          play(line, 0);
        });
  }

  /** Speaks from a time on. */
  void playFrom(double seconds) {
    whenRead(
        () -> {
          Optional<TimelineModel.Slot> slot = timeline.get().at(seconds);
          int line = slot.map(found -> lines.indexOf(found.line())).orElse(0);
          play(line, slot.map(found -> seconds - found.start()).orElse(0.0));
        });
  }

  /** Ends speaking, and making. */
  public void stop() {
    speaker.stop();
    tools.transport().stop();
  }

  /** Ends everything, also an export, which leaves no file. */
  public void leave() {
    exporter.cancel();
    stop();
  }

  /** Plays one line, or stops it; makes it first where it is not there. */
  void listen(LineModel line) {
    if (tools.transport().isOn(line)) {
      stop();
    } else {
      recipe(line).ifPresent(recipe -> playOne(line, line.like(recipe)));
    }
  }

  /** Speaks a line another way, and plays it. */
  void takeAgain(LineModel line) {
    recipe(line)
        .ifPresent(
            recipe -> {
              long number = line.takes().size();
              playOne(line, recipe.withSeed(SeededNoise.derive(recipe.seed(), number)));
            });
  }

  /** Says one word of a line again, inside the take that is chosen, and plays the line. */
  void sayAgain(LineModel line, Span word) {
    Optional<Recipe> first =
        Optional.ofNullable(line.chosen()).map(TakeModel::recipe).or(() -> recipe(line));
    first.ifPresent(
        recipe -> {
          long seed = SeededNoise.derive(recipe.seed(), -1 - line.takes().size());
          List<Word> words = line.sentence().words();
          Recipe changed = recipe;
          for (int i = 0; i < words.size(); i++) {
            if (words.get(i).source().equals(word)) {
              changed = changed.with(new Redo(i, seed));
            }
          }
          playOne(line, changed);
        });
  }

  /** Chooses a take, and plays it. */
  void choose(LineModel line, TakeModel take) {
    line.choose(take);
    retime();
    playOne(line, take.recipe());
  }

  /** Finds out how much a take sounds like the voice it is to have; nothing where that fails. */
  void likeness(TakeModel take, Consumer<OptionalDouble> show) {
    Optional<Voice> voice =
        tools.voices().stream().filter(each -> each.id().equals(take.recipe().voice())).findFirst();
    if (voice.isEmpty() || take.spoken().isEmpty()) {
      return;
    }
    tools
        .jobs()
        .start(
            (progress, cancellation) -> tools.engine().likeness(take.spoken().get(), voice.get()),
            outcome -> {
              if (outcome instanceof Outcome.Done<OptionalDouble>(OptionalDouble found)) {
                show.accept(found);
              }
            });
  }

  /** Makes all lines that are missing and gives the pieces of all; none where that fails. */
  private void pieces(Consumer<List<Exporter.Piece>> ready) {
    whenRead(
        () -> {
          Optional<List<Speaker.Order>> orders = orders(0);
          if (orders.isEmpty()) {
            ready.accept(List.of());
            return;
          }
          speaker.make(
              orders.get(),
              manner.voiceProperty().get(),
              Speaker.Listener.NONE,
              this::retime,
              all -> {
                if (all) {
                  spoken.run();
                }
                ready.accept(
                    all ? Exporter.pieces(lines, manner.pausesProperty().get()) : List.of());
              });
        });
  }

  /** What closing the window would lose. */
  public Optional<String> objection() {
    return exporter.runningProperty().get()
        ? Optional.of("speak.objection.export")
        : Optional.empty();
  }

  private Optional<Recipe> recipe(LineModel line) {
    Optional<Recipe> recipe = manner.recipe(Math.max(0, lines.indexOf(line)));
    if (recipe.isEmpty()) {
      notices.accept(Notice.warning("speak.novoice"));
    }
    return recipe;
  }

  private void play(int first, double offset) {
    tools.transport().stop();
    Optional<List<Speaker.Order>> orders = orders(first);
    if (orders.isEmpty()) {
      return;
    }
    double start =
        timeline.get().of(lines.get(first)).map(slot -> slot.start() + offset).orElse(0.0);
    PieceQueue queue = new PieceQueue(offset, manner.pausesProperty().get());
    tools.transport().play(whole, queue, start);
    speaker.make(
        orders.get(),
        manner.voiceProperty().get(),
        queue,
        this::retime,
        all -> {
          queue.end();
          if (all && first == 0) {
            spoken.run();
          }
        });
  }

  private void playOne(LineModel line, Recipe recipe) {
    tools.transport().stop();
    speaker.make(
        List.of(Speaker.Order.exactly(line, recipe)),
        manner.voiceProperty().get(),
        Speaker.Listener.NONE,
        this::retime,
        all -> {
          if (all && line.chosen() != null && line.chosen().spoken().isPresent()) {
            Audio audio = line.chosen().spoken().get().audio();
            double start = timeline.get().of(line).map(TimelineModel.Slot::start).orElse(0.0);
            tools.transport().play(line, Feed.of(audio, 0, audio.seconds()), start);
          }
        });
  }

  private Optional<List<Speaker.Order>> orders(int first) {
    if (manner.voiceProperty().get() == null) {
      notices.accept(Notice.warning("speak.novoice"));
      return Optional.empty();
    }
    if (lines.isEmpty()) {
      notices.accept(Notice.warning("failure.speech.NOTHING_TO_SAY"));
      return Optional.empty();
    }
    return Optional.of(
        IntStream.range(first, lines.size())
            .mapToObj(i -> Speaker.Order.of(lines.get(i), manner.recipe(i).orElseThrow()))
            .toList());
  }

  private void readSoon() {
    reading.unsubscribe();
    reading = tools.delay().after(REST_SECONDS, () -> whenRead(() -> {}));
  }

  /** Runs when the lines are those of the text. */
  private void whenRead(Runnable then) {
    reading.unsubscribe();
    String wanted = text.get();
    if (wanted.equals(read)) {
      then.run();
      return;
    }
    tools
        .jobs()
        .start(
            (progress, cancellation) -> tools.engine().analyze(wanted),
            outcome -> {
              if (wanted.equals(text.get())) {
                if (outcome instanceof Outcome.Done<Analysis>(Analysis analysis)) {
                  read = wanted;
                  lines.setAll(Lines.of(analysis, wanted, List.copyOf(lines)));
                  problems.set(analysis.problems());
                  retime();
                }
                outcome.handle(analysis -> then.run(), notices);
              }
            });
  }

  private void retime() {
    timeline.set(
        TimelineModel.of(lines, manner.speedProperty().get(), manner.pausesProperty().get()));
    follow();
  }

  private void follow() {
    if (!isOn()) {
      currentLine.set(null);
      currentWord.set(null);
      return;
    }
    double now = tools.transport().positionProperty().get();
    currentLine.set(timeline.get().at(now).map(TimelineModel.Slot::line).orElse(null));
    currentWord.set(timeline.get().wordAt(now).orElse(null));
  }
}
