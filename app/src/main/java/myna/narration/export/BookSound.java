package myna.narration.export;

import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.book.NarrationException;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.StoredTake;
import myna.script.Timeline;

/** The sound of a timeline as one stream: its lines, leveled and faded, with silence between. */
final class BookSound {
  private static final double FADE_SECONDS = 0.005;
  private static final int BLOCK = 16_384;

  private final BookTimeline timeline;
  private final Leveling leveling;
  private final Cancellation cancellation;

  /** Takes the stream piece by piece. */
  interface Sink {
    /**
     * Takes what comes next.
     *
     * @param samples [T], owned by the sink
     */
    void accept(float[] samples) throws NarrationException;
  }

  BookSound(BookTimeline timeline, Leveling leveling, Cancellation cancellation) {
    this.timeline = timeline;
    this.leveling = leveling;
    this.cancellation = cancellation;
  }

  /** Streams everything, and gives the number of samples. */
  long stream(Sink sink, Progress progress) throws NarrationException {
    int lines = timeline.chapters().stream().mapToInt(chapter -> chapter.work().lines()).sum();
    return timeline.walk(
        new BookTimeline.Visitor() {
          private int done;
          private String title = "";

          @Override
          public void chapter(ChapterEntry chapter, long start) {
            title = chapter.title();
          }

          @Override
          public void line(LineEntry line, StoredTake stored, Timeline.Slot slot)
              throws NarrationException {
            cancellation.check();
            sink.accept(sound(stored));
            progress.report((double) ++done / lines, title);
          }

          @Override
          public void silence(long samples) throws NarrationException {
            for (long left = samples; left > 0; left -= BLOCK) {
              sink.accept(new float[(int) Math.min(left, BLOCK)]);
            }
          }
        });
  }

  private float[] sound(StoredTake take) throws NarrationException {
    Audio audio = timeline.project().read(take);
    float gain = (float) StrictMath.pow(10, leveling.gain(take) / 20);
    float[] samples = audio.samples().clone();
    int fade = Math.min(samples.length / 2, (int) (FADE_SECONDS * audio.sampleRate()));
    for (int t = 0; t < samples.length; t++) {
      int fromEdge = Math.min(t, samples.length - 1 - t);
      samples[t] *= fromEdge < fade ? gain * fade(fromEdge, fade) : gain;
    }
    return samples;
  }

  /** Half a cosine from 0 to 1. */
  private static float fade(int t, int length) {
    return (float) (0.5 - 0.5 * StrictMath.cos(Math.PI * t / length));
  }
}
