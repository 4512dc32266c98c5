package myna.narration.render;

import java.util.Optional;
import myna.audio.Audio;
import myna.audio.LoudnessMeter;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.StoredTake;
import myna.narration.script.Cast;
import myna.script.Take;
import myna.speech.SpokenSentence;
import myna.text.Sentence;

/**
 * Renders a project. Every line is stored before the next one starts, so that whatever happens, the
 * next render goes on where this one was.
 */
public final class Renderer {
  private final Project project;
  private final SentenceSynthesizer synthesizer;
  private final RenderListener listener;
  private final RenderControl control;

  /** A renderer; it closes nothing. */
  public Renderer(
      Project project,
      SentenceSynthesizer synthesizer,
      RenderListener listener,
      RenderControl control) {
    this.project = project;
    this.synthesizer = synthesizer;
    this.listener = listener;
    this.control = control;
  }

  /**
   * Renders what is missing, and goes on until nothing is, even where chapters and texts are
   * changed meanwhile.
   *
   * @param shard the share of it that is this process's
   * @return how many lines were made
   */
  public int render(Shard shard) throws NarrationException {
    int made = 0;
    Pace pace = expect(shard);
    do {
      for (ChapterEntry chapter : project.spokenChapters()) {
        listener.progressed(pace.progress(chapter.title()));
        made += render(chapter, pace);
      }
      pace.expectAnew();
      expect(shard, pace);
    } while (pace.open() > 0);
    return made;
  }

  /**
   * Takes in what other processes made, and renders nothing.
   *
   * @return how many lines are missing
   */
  public int collect() throws NarrationException {
    return expect(Shard.ALL).open();
  }

  private Pace expect(Shard shard) throws NarrationException {
    Pace pace = new Pace();
    expect(shard, pace);
    return pace;
  }

  /** Finds out what is to do. */
  private void expect(Shard shard, Pace pace) throws NarrationException {
    Cast cast = project.settings().cast();
    for (ChapterEntry chapter : project.spokenChapters()) {
      project.together(
          () -> {
            for (long id : project.lineIds(chapter.id())) {
              control.check();
              LineEntry line = project.line(id);
              String key = key(line, cast);
              if (shard.has(key)) {
                pace.expect(id, phonemes(line), find(line, key).isPresent());
              }
            }
          });
    }
  }

  private int render(ChapterEntry chapter, Pace pace) throws NarrationException {
    int made = 0;
    for (long id : project.lineIds(chapter.id())) {
      if (!pace.isOpen(id)) {
        continue;
      }
      control.await();
      pace.start();
      Optional<LineEntry> line = project.findLine(id);
      if (line.isEmpty()) {
        pace.forget(id);
        continue;
      }
      Cast cast = project.settings().cast();
      String key = key(line.get(), cast);
      double seconds = 0;
      if (find(line.get(), key).isEmpty()) {
        seconds = speak(line.get(), key, cast).length().seconds();
        made++;
      }
      pace.finish(id, phonemes(line.get()), seconds);
      listener.progressed(pace.progress(chapter.title()));
    }
    return made;
  }

  private static int phonemes(LineEntry line) {
    return line.line().sentence().phonemeCount();
  }

  /** The key of the take that a line is to have. */
  private String key(LineEntry line, Cast cast) throws NarrationException {
    return TakeKey.of(Casting.cast(line.line(), cast), line.choice().retake(), synthesizer);
  }

  private Optional<StoredTake> find(LineEntry line, String key) throws NarrationException {
    if (line.take().isPresent()
        && line.take().get().key().equals(key)
        && project.isStored(line.take().get())) {
      return line.take();
    }
    Optional<StoredTake> found = project.adopt(line.id(), key);
    if (found.isEmpty() && !project.isShard()) {
      project.want(line.id(), key);
    }
    return found;
  }

  private Take speak(LineEntry line, String key, Cast cast) throws NarrationException {
    Sentence sentence = Casting.cast(line.line(), cast);
    SpokenSentence spoken = audible(synthesizer.speak(sentence, TakeKey.seed(key), control));
    Take take = Take.of(spoken);
    double loudness = LoudnessMeter.measure(spoken.audio()).integratedLufs();
    project.add(line.id(), new StoredTake(key, take, loudness), spoken.audio());
    return take;
  }

  /** No file of sound can be empty. */
  private static SpokenSentence audible(SpokenSentence spoken) {
    if (spoken.audio().length() > 0) {
      return spoken;
    }
    int rate = spoken.audio().sampleRate();
    return spoken.withAudio(new Audio(new float[rate / 100], rate));
  }
}
