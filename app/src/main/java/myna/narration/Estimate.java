package myna.narration;

import java.util.List;
import myna.narration.project.ChapterEntry;
import myna.speech.SpeakingTime;

/**
 * How much there is to render.
 *
 * @param sentences in all
 * @param finished how many of them are rendered
 * @param soundSeconds of all sentences, without the pauses between them: those that are rendered as
 *     they are, the others from their phonemes
 * @param openSeconds of the sentences that are not rendered yet; times the real-time factor of a
 *     machine, it is how long the machine will take
 */
public record Estimate(int sentences, int finished, double soundSeconds, double openSeconds) {
  /** So many phonemes of the book itself are better than what is usual. */
  private static final int ENOUGH_PHONEMES = 500;

  static Estimate of(List<ChapterEntry> chapters) {
    ChapterEntry.Work work =
        chapters.stream()
            .map(ChapterEntry::work)
            .reduce(ChapterEntry.Work.NONE, ChapterEntry.Work::plus);
    long phonemes = work.phonemes() - work.finishedPhonemes();
    double open =
        work.finishedPhonemes() < ENOUGH_PHONEMES
            ? SpeakingTime.of(work.lines() - work.finished(), phonemes)
            : work.seconds() / work.finishedPhonemes() * phonemes;
    return new Estimate(work.lines(), work.finished(), work.seconds() + open, open);
  }
}
