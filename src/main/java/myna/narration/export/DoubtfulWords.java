package myna.narration.export;

import java.util.ArrayList;
import java.util.List;
import myna.narration.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Take;
import myna.text.Word;

/** Gathers what the self-check could not make out. */
final class DoubtfulWords implements Timeline.Visitor {
  private final List<ExportReport.DoubtfulWord> found = new ArrayList<>();
  private final int sampleRate;
  private String title = "";

  private DoubtfulWords(int sampleRate) {
    this.sampleRate = sampleRate;
  }

  static List<ExportReport.DoubtfulWord> of(Timeline timeline) throws NarrationException {
    DoubtfulWords words = new DoubtfulWords(timeline.sampleRate());
    timeline.walk(words);
    return List.copyOf(words.found);
  }

  @Override
  public void chapter(ChapterEntry chapter, long start) {
    title = chapter.title();
  }

  @Override
  public void line(LineEntry line, Take take, long start) {
    List<Word> words = line.line().sentence().words();
    for (int i = 0; i < Math.min(words.size(), take.words().size()); i++) {
      if (take.words().get(i).doubtful()) {
        double seconds = (double) start / sampleRate + take.words().get(i).start();
        found.add(
            new ExportReport.DoubtfulWord(
                words.get(i).spoken(), line.line().text(), title, seconds));
      }
    }
  }

  @Override
  public void silence(int samples) {}
}
