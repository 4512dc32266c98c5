package myna.delivery;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.FileLabels;
import myna.audio.LoudnessMeter;
import myna.audio.OutputFormat;
import myna.speech.SpokenSentence;

/**
 * Writes spoken sentences with the pauses between them, and subtitles. Files appear all or none, at
 * {@link #commit}. What is to be brought to a loudness is held until then; everything else goes out
 * at once.
 */
public final class SpeechWriter implements AutoCloseable {
  private final Opening opening;
  private final Sound sound;
  private final int sampleRate;
  private final List<SubtitleWriter> subtitles = new ArrayList<>();
  private final List<float[]> held = new ArrayList<>();
  private SoundWriter out;
  private long at;
  private long sentenceStart;
  private double pause;

  /** Starts to write, once the loudness is known. */
  private interface Opening {
    SoundWriter open(Mastering mastering) throws AudioException;
  }

  private SpeechWriter(Opening opening, Sound sound, int sampleRate) throws AudioException {
    this.opening = opening;
    this.sound = sound;
    this.sampleRate = sampleRate;
    if (!sound.loudness().isMeasured()) {
      out = open(0);
    }
  }

  private SoundWriter open(double gainDb) throws AudioException {
    return opening.open(new Mastering(sound, gainDb, new LoudnessMeter(sampleRate)));
  }

  /**
   * Starts a file, and subtitles beside it under its name.
   *
   * @param labels without chapters
   * @param sampleRate of the speech to come
   */
  public static SpeechWriter toFile(
      Path file, Sound sound, Collection<Subtitles> subtitles, FileLabels labels, int sampleRate)
      throws AudioException {
    OutputFormat.of(file);
    SpeechWriter writer =
        new SpeechWriter(
            mastering -> SoundWriter.toFile(file, mastering, labels, sampleRate),
            sound,
            sampleRate);
    boolean done = false;
    try {
      for (Subtitles kind : subtitles) {
        String title = labels.tags().getOrDefault("title", String.valueOf(file.getFileName()));
        writer.subtitles.add(SubtitleWriter.beside(file, kind, title));
      }
      done = true;
      return writer;
    } finally {
      if (!done) {
        writer.close();
      }
    }
  }

  /**
   * Starts to write into a stream, which stays open.
   *
   * @param sampleRate of the speech to come
   * @throws AudioException if the format cannot be written without going back
   */
  public static SpeechWriter toStream(
      OutputStream stream, OutputFormat format, Sound sound, FileLabels labels, int sampleRate)
      throws AudioException {
    return new SpeechWriter(
        mastering -> SoundWriter.toStream(stream, format, mastering, labels, sampleRate),
        sound,
        sampleRate);
  }

  /** Adds samples of a sentence that is not at its end yet, or of all of it. */
  public void piece(Audio piece) throws AudioException {
    if (pause > 0) {
      put(new float[(int) Math.round(pause * sampleRate)]);
      pause = 0;
      sentenceStart = at;
    }
    put(piece.samples());
  }

  /**
   * Ends a sentence whose pieces were added.
   *
   * @param written the sentence as it stands in its source
   */
  public void end(SpokenSentence spoken, String written) throws AudioException {
    for (SubtitleWriter each : subtitles) {
      each.add(Caption.of(spoken, written), (double) sentenceStart / sampleRate);
    }
    sentenceStart = at;
    pause = spoken.pauseSeconds();
  }

  /**
   * Adds a whole sentence.
   *
   * @param written the sentence as it stands in its source
   */
  public void add(SpokenSentence spoken, String written) throws AudioException {
    piece(spoken.audio());
    end(spoken, written);
  }

  private void put(float[] samples) throws AudioException {
    at += samples.length;
    if (out == null) {
      held.add(samples);
    } else {
      out.write(samples);
    }
  }

  /** Completes everything, and puts files in their places. */
  public void commit() throws AudioException {
    if (out == null) {
      release();
    }
    for (SubtitleWriter each : subtitles) {
      each.finish();
    }
    out.commit();
    for (SubtitleWriter each : subtitles) {
      each.commit();
    }
  }

  /** Writes what was held, at its loudness. */
  private void release() throws AudioException {
    LoudnessMeter meter = new LoudnessMeter(sampleRate);
    held.forEach(meter::add);
    out = open(sound.loudness().gainFor(LoudnessReading.of(meter)));
    for (float[] samples : held) {
      out.write(samples);
    }
    held.clear();
  }

  /** Releases everything; without {@link #commit} before, no file is left. */
  @Override
  public void close() throws AudioException {
    subtitles.forEach(SubtitleWriter::close);
    if (out != null) {
      out.close();
    }
  }
}
