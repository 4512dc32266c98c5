package myna.ui.engine;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.jobs.Cancellation;
import myna.onnx.PackException;
import myna.speech.ModelFormat;
import myna.speech.SpeechException;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Analysis;
import myna.text.Sentence;
import myna.voice.Voice;
import myna.voice.VoiceException;

/** Reads texts and speaks sentences. Safe for use by several threads; every method blocks. */
public interface SpeechEngine extends AutoCloseable {
  /** Sentences, words and problems of a text. */
  Analysis analyze(String text);

  /** What is to be known of the model in use. */
  ModelFormat format() throws PackException;

  /** What the model runs on, such as {@code cpu}. */
  String device() throws PackException;

  /** Speaks a sentence; marks in it may name other voices of the library. */
  default SpokenSentence speak(
      Sentence sentence, Voice voice, SpeechSettings settings, Cancellation cancellation)
      throws PackException, SpeechException, VoiceException, AudioException {
    return speak(sentence, voice, settings, piece -> {}, cancellation);
  }

  /**
   * Speaks a sentence, and hands out its samples while it is made.
   *
   * @param pieces told all samples in order, on this thread; not to be changed
   */
  SpokenSentence speak(
      Sentence sentence,
      Voice voice,
      SpeechSettings settings,
      Consumer<Audio> pieces,
      Cancellation cancellation)
      throws PackException, SpeechException, VoiceException, AudioException;

  /**
   * How much a sentence sounds like the clips of a voice: the cosine between their speaker
   * embeddings, 1 for the same voice; empty where the model cannot tell.
   */
  OptionalDouble likeness(SpokenSentence spoken, Voice voice)
      throws PackException, VoiceException, AudioException;

  @Override
  void close();
}
