package myna.narration.export;

import java.util.ArrayList;
import java.util.List;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.StoredTake;
import myna.script.Take;
import myna.script.Timeline;

/**
 * What is heard when: all lines of some chapters with the silence between them, in samples of one
 * rate.
 */
public final class BookTimeline {
  private static final double START_SECONDS = 0.6;
  private static final double CHAPTER_SECONDS = 2.0;
  private static final double SCENE_SECONDS = 1.8;
  private static final double END_SECONDS = 1.5;

  private final Project project;
  private final List<ChapterEntry> chapters;
  private final int sampleRate;

  /**
   * The timeline of some chapters of a project.
   *
   * @throws NarrationException with {@link Reason#INCOMPLETE} where lines are not rendered, with
   *     {@link Reason#EMPTY} where there is none
   */
  public BookTimeline(Project project, List<ChapterEntry> chapters) throws NarrationException {
    this.project = project;
    this.chapters = chapters.stream().filter(chapter -> chapter.work().lines() > 0).toList();
    checkComplete();
    this.sampleRate = firstTake().take().length().sampleRate();
  }

  private void checkComplete() throws NarrationException {
    ChapterEntry.Work work = work();
    if (work.lines() == 0) {
      throw new NarrationException(Reason.EMPTY, "there is nothing to speak in what was chosen");
    }
    if (work.finished() < work.lines()) {
      throw new NarrationException(
          Reason.INCOMPLETE,
          "%d of %d sentences are not rendered yet"
              .formatted(work.lines() - work.finished(), work.lines()));
    }
  }

  private ChapterEntry.Work work() {
    return chapters.stream()
        .map(ChapterEntry::work)
        .reduce(ChapterEntry.Work.NONE, ChapterEntry.Work::plus);
  }

  private StoredTake firstTake() throws NarrationException {
    long first = project.lineIds(chapters.getFirst().id()).getFirst();
    return project.line(first).take().orElseThrow();
  }

  /** Told what is heard, in order. */
  interface Visitor {
    /** A chapter starts. */
    void chapter(ChapterEntry chapter, long start) throws NarrationException;

    /** A line is spoken. */
    void line(LineEntry line, StoredTake stored, Timeline.Slot slot) throws NarrationException;

    /**
     * Nothing is heard.
     *
     * @param samples how long
     */
    void silence(long samples) throws NarrationException;
  }

  /** A chapter mark. */
  public record Mark(String title, long start, long end) {}

  /** Samples per second. */
  public int sampleRate() {
    return sampleRate;
  }

  List<ChapterEntry> chapters() {
    return chapters;
  }

  Project project() {
    return project;
  }

  /** Tells a visitor everything, and gives the length in samples. */
  long walk(Visitor visitor) throws NarrationException {
    Walk walk = new Walk(visitor);
    walk.silence(START_SECONDS);
    for (int i = 0; i < chapters.size(); i++) {
      boolean last = i == chapters.size() - 1;
      walk.chapter(chapters.get(i), last ? END_SECONDS : CHAPTER_SECONDS);
    }
    return walk.timeline.length();
  }

  /** The chapters' marks; the first starts at 0 and the last ends with the book. */
  public List<Mark> marks() throws NarrationException {
    List<String> titles = new ArrayList<>();
    List<Long> starts = new ArrayList<>();
    long length =
        walk(
            new Visitor() {
              @Override
              public void chapter(ChapterEntry chapter, long start) {
                titles.add(chapter.title());
                starts.add(starts.isEmpty() ? 0 : start);
              }

              @Override
              public void line(LineEntry line, StoredTake stored, Timeline.Slot slot) {}

              @Override
              public void silence(long samples) {}
            });
    starts.add(length);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      marks.add(new Mark(titles.get(i), starts.get(i), starts.get(i + 1)));
    }
    return marks;
  }

  /** One walk. */
  private final class Walk {
    private final Timeline timeline = new Timeline(sampleRate);
    private final Visitor visitor;

    Walk(Visitor visitor) {
      this.visitor = visitor;
    }

    void chapter(ChapterEntry chapter, double secondsAfter) throws NarrationException {
      visitor.chapter(chapter, timeline.length());
      double pause = 0;
      for (long step : project.steps(chapter.id())) {
        if (step == Project.SCENE_BREAK) {
          pause = pause == 0 ? 0 : Math.max(pause, SCENE_SECONDS);
        } else {
          silence(pause);
          pause = line(project.line(step));
        }
      }
      silence(Math.max(pause, secondsAfter));
    }

    /** Gives the silence that is to follow, in seconds. */
    private double line(LineEntry line) throws NarrationException {
      StoredTake stored =
          line.take()
              .orElseThrow(
                  () ->
                      new NarrationException(
                          Reason.INCOMPLETE,
                          "a sentence is not rendered yet: " + line.line().text()));
      Take take = stored.take();
      if (take.length().sampleRate() != sampleRate) {
        throw new NarrationException(
            Reason.INCOMPLETE, "the takes are of different models: render again with one of them");
      }
      visitor.line(line, stored, timeline.sound(take.length().samples()));
      return take.spacing().silenceFor(line.line().sentence().pauseAfter());
    }

    void silence(double seconds) throws NarrationException {
      Timeline.Slot slot = timeline.silence(seconds);
      if (slot.samples() > 0) {
        visitor.silence(slot.samples());
      }
    }
  }
}
