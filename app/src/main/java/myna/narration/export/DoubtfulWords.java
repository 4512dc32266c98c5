package myna.narration.export;

import java.util.ArrayList;
import java.util.List;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Take;
import myna.text.Word;

/** Counts the words, and gathers those that the self-check could not make out. */
final class DoubtfulWords implements Timeline.Visitor {
  private final List<ExportReport.DoubtfulWord> found = new ArrayList<>();
  private final int sampleRate;
  private String title = "";
  private int count;

  private DoubtfulWords(int sampleRate) {
    this.sampleRate = sampleRate;
  }

  static ExportReport.Words of(Timeline timeline) throws NarrationException {
    DoubtfulWords words = new DoubtfulWords(timeline.sampleRate());
    timeline.walk(words);
    return new ExportReport.Words(words.count, words.found);
  }

  @Override
  public void chapter(ChapterEntry chapter, long start) {
    title = chapter.title();
  }

  @Override
  public void line(LineEntry line, Take take, long start) {
    List<Word> words = line.line().sentence().words();
    List<Take.WordTime> times = take.words();
    count += words.size();
    for (int i = 0; i < words.size(); i++) {
      boolean isTimed = i < times.size();
      if (!isTimed || times.get(i).doubtful()) {
        double within = isTimed ? times.get(i).start() : take.length().seconds();
        found.add(
            new ExportReport.DoubtfulWord(
                words.get(i).spoken(),
                line.line().text(),
                title,
                (double) start / sampleRate + within));
      }
    }
  }

  @Override
  public void silence(int samples) {}
}
