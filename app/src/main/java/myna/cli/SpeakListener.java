package myna.cli;

import myna.audio.Audio;
import myna.jobs.Progress;
import myna.speech.Speech;
import myna.speech.SpeechCollector;
import myna.speech.SpeechListener;
import myna.speech.SpokenSentence;

/** Hands speech on to a file, gathers it for the report, and shows how far it is. */
final class SpeakListener implements SpeechListener {
  private final SpeechCollector collector;
  private final String text;
  private final SpeechListener file;
  private final Progress progress;

  SpeakListener(int sampleRate, String text, SpeechListener file, Progress progress) {
    this.collector = new SpeechCollector(sampleRate);
    this.text = text;
    this.file = file;
    this.progress = progress;
  }

  @Override
  public void piece(Audio piece) {
    collector.piece(piece);
    file.piece(piece);
  }

  @Override
  public void sentence(SpokenSentence sentence) {
    collector.sentence(sentence);
    file.sentence(sentence);
    progress.report((double) sentence.sentence().source().end() / text.length(), "speaking");
  }

  /** Everything that was spoken. */
  Speech speech() {
    return collector.speech();
  }
}
