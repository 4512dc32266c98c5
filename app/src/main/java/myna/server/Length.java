package myna.server;

import myna.audio.Audio;
import myna.speech.SpeechListener;
import myna.speech.SpokenSentence;

/** Hands speech on, and measures it. */
final class Length implements SpeechListener {
  private final SpeechListener next;
  private double seconds;
  private double pause;

  Length(SpeechListener next) {
    this.next = next;
  }

  @Override
  public void piece(Audio piece) {
    next.piece(piece);
  }

  @Override
  public void sentence(SpokenSentence sentence) {
    next.sentence(sentence);
    seconds += pause + sentence.audio().seconds();
    pause = sentence.pauseSeconds();
  }

  double seconds() {
    return seconds;
  }
}
