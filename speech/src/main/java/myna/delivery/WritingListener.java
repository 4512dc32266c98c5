package myna.delivery;

import myna.audio.Audio;
import myna.audio.AudioException;
import myna.jobs.Cancellation;
import myna.speech.SpeechListener;
import myna.speech.SpokenSentence;

/**
 * Writes speech while it is made. Where writing fails, because a reader went away for instance, the
 * speaking is cancelled, and {@link #checkWritten} tells the failure.
 */
public final class WritingListener implements SpeechListener, Cancellation {
  private final SpeechWriter writer;
  private final String text;
  private final Cancellation cancellation;
  private volatile AudioException failure;

  /**
   * A listener for {@link SpeechWriter}; it is the cancellation of the speaking as well.
   *
   * @param text that is spoken
   * @param cancellation of whoever started it
   */
  public WritingListener(SpeechWriter writer, String text, Cancellation cancellation) {
    this.writer = writer;
    this.text = text;
    this.cancellation = cancellation;
  }

  private interface Writing {
    void write() throws AudioException;
  }

  private void attempt(Writing writing) {
    if (failure == null) {
      try {
        writing.write();
      } catch (AudioException e) {
        failure = e;
      }
    }
  }

  @Override
  public void piece(Audio piece) {
    attempt(() -> writer.piece(piece));
  }

  @Override
  public void sentence(SpokenSentence sentence) {
    attempt(() -> writer.end(sentence, sentence.sentence().source().of(text)));
  }

  @Override
  public boolean requested() {
    return failure != null || cancellation.requested();
  }

  /** Tells the failure, if there was one. */
  public void checkWritten() throws AudioException {
    if (failure != null) {
      throw failure;
    }
  }
}
