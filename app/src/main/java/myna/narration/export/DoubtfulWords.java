package myna.narration.export;

import java.util.ArrayList;
import java.util.List;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.StoredTake;
import myna.script.Take;
import myna.script.Timeline;
import myna.text.Word;

/** Counts the words, and gathers those that the self-check could not make out. */
final class DoubtfulWords implements BookTimeline.Visitor {
  private final List<ExportReport.DoubtfulWord> found = new ArrayList<>();
  private String title = "";
  private int count;

  private DoubtfulWords() {}

  static ExportReport.Words of(BookTimeline timeline) throws NarrationException {
    DoubtfulWords words = new DoubtfulWords();
    timeline.walk(words);
    return new ExportReport.Words(words.count, words.found);
  }

  @Override
  public void chapter(ChapterEntry chapter, long start) {
    title = chapter.title();
  }

  @Override
  public void line(LineEntry line, StoredTake stored, Timeline.Slot slot) {
    List<Word> words = line.line().sentence().words();
    List<Take.WordTime> times = stored.take().words();
    count += words.size();
    for (int i = 0; i < words.size(); i++) {
      boolean isTimed = i < times.size();
      if (!isTimed || times.get(i).clarity().doubtful()) {
        double at = isTimed ? slot.startSeconds() + times.get(i).start() : slot.endSeconds();
        found.add(
            new ExportReport.DoubtfulWord(words.get(i).spoken(), line.line().text(), title, at));
      }
    }
  }

  @Override
  public void silence(long samples) {}
}
