package myna.server;

import java.io.IOException;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.OutputFormat;
import myna.delivery.Loudness;
import myna.delivery.Sound;
import myna.delivery.SpeechWriter;
import myna.delivery.WritingListener;
import myna.jobs.Cancellation;
import myna.speech.SpeechListener;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.watermark.SyntheticNote;

/** Speech on its way to a client, which is cancelled where the client goes away. */
final class SpokenAnswer implements SpeechListener, Cancellation, AutoCloseable {
  /** What OpenAI's PCM is. */
  private static final int PCM_RATE = 24_000;

  private final SpeechCall call;
  private final ResponseStream body;
  private final AnswerForm form;
  private final SpeechWriter writer;
  private final WritingListener writing;
  private IOException failure;
  private double seconds;

  /**
   * An answer of which nothing leaves before the first sound.
   *
   * @param sampleRate of the speech to come
   * @param cancellation of the client
   */
  SpokenAnswer(
      SpeechCall call,
      ResponseStream body,
      AnswerForm form,
      int sampleRate,
      Cancellation cancellation)
      throws AudioException {
    this.call = call;
    this.body = body;
    this.form = form;
    writer =
        SpeechWriter.toStream(
            form.sound(), call.format(), sound(call), SyntheticNote.labels(), sampleRate);
    writing = new WritingListener(writer, call.input(), cancellation);
  }

  private static Sound sound(SpeechCall call) {
    int rate = call.format() == OutputFormat.PCM ? PCM_RATE : 0;
    return new Sound(Loudness.NONE, rate, 0, true);
  }

  @Override
  public void piece(Audio piece) {
    writing.piece(piece);
    body.release();
  }

  @Override
  public void sentence(SpokenSentence sentence) {
    SpokenSentence paused = sentence.withPauses(call.manner().pauses());
    writing.sentence(paused);
    List<SpokenWord> words = sentence.words().stream().map(word -> word.later(seconds)).toList();
    seconds += paused.audio().seconds() + paused.pauseSeconds();
    try {
      form.words(words);
      body.awaitRoom(this);
    } catch (IOException e) {
      failure = e;
    }
  }

  @Override
  public boolean requested() {
    return failure != null || writing.requested();
  }

  /** Completes the sound. */
  void complete() throws AudioException, IOException {
    writing.checkWritten();
    writer.commit();
    form.end();
  }

  @Override
  public void close() throws AudioException {
    writer.close();
  }
}
