package myna.narration.render;

import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.audio.LoudnessMeter;
import myna.narration.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.Take;
import myna.narration.script.Cast;
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
   * Renders what is missing.
   *
   * @param shard the share of it that is this process's
   * @return how many lines were made
   */
  public int render(Shard shard) throws NarrationException {
    Cast cast = project.settings().cast();
    Pace pace = new Pace();
    List<ChapterEntry> chapters = project.spokenChapters();
    for (ChapterEntry chapter : chapters) {
      project.together(() -> expect(chapter, shard, cast, pace));
    }
    int made = 0;
    for (ChapterEntry chapter : chapters) {
      listener.progressed(pace.progress(chapter.title()));
      made += render(chapter, cast, pace);
    }
    return made;
  }

  /**
   * Takes in what other processes made, and renders nothing.
   *
   * @return how many lines are missing
   */
  public int collect() throws NarrationException {
    Cast cast = project.settings().cast();
    Pace pace = new Pace();
    for (ChapterEntry chapter : project.spokenChapters()) {
      project.together(() -> expect(chapter, Shard.ALL, cast, pace));
    }
    return pace.open();
  }

  /** Finds out what is to do. */
  private void expect(ChapterEntry chapter, Shard shard, Cast cast, Pace pace)
      throws NarrationException {
    for (long id : project.lineIds(chapter.id())) {
      control.check();
      LineEntry line = project.line(id);
      String key = key(line, cast);
      if (shard.has(key)) {
        pace.expect(id, phonemes(line), find(line, key).isPresent());
      }
    }
  }

  private int render(ChapterEntry chapter, Cast cast, Pace pace) throws NarrationException {
    int made = 0;
    for (long id : project.lineIds(chapter.id())) {
      control.await();
      if (!pace.isOpen(id)) {
        continue;
      }
      LineEntry line = project.line(id);
      String key = key(line, cast);
      pace.start();
      Optional<Take> found = find(line, key);
      double seconds = 0;
      if (found.isEmpty()) {
        seconds = speak(line, key, cast).length().seconds();
        made++;
      }
      pace.finish(id, phonemes(line), seconds);
      listener.progressed(pace.progress(chapter.title()));
    }
    return made;
  }

  private static int phonemes(LineEntry line) {
    return line.line().sentence().phonemeCount();
  }

  /** The key of the take that a line is to have. */
  private String key(LineEntry line, Cast cast) throws NarrationException {
    return TakeKey.of(Casting.cast(line.line(), cast), line.retake(), synthesizer);
  }

  private Optional<Take> find(LineEntry line, String key) throws NarrationException {
    if (line.take().isPresent() && line.take().get().key().equals(key)) {
      return line.take();
    }
    Optional<Take> found = project.adopt(line.id(), key);
    if (found.isEmpty() && !project.isShard()) {
      project.want(line.id(), key);
    }
    return found;
  }

  private Take speak(LineEntry line, String key, Cast cast) throws NarrationException {
    Sentence sentence = Casting.cast(line.line(), cast);
    Utterance utterance = synthesizer.speak(sentence, TakeKey.seed(key), control);
    Audio audio = utterance.audio().length() > 0 ? utterance.audio() : silence(utterance.audio());
    Take take =
        new Take(
            key,
            new Take.Length(audio.length(), audio.sampleRate()),
            utterance.spacing(),
            LoudnessMeter.measure(audio).integratedLufs(),
            utterance.words());
    project.add(line.id(), take, audio);
    return take;
  }

  /** No file of sound can be empty. */
  private static Audio silence(Audio empty) {
    return new Audio(new float[empty.sampleRate() / 100], empty.sampleRate());
  }
}
