package myna.narration.render;

import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Sentence;

/** Speaks the sentences of a book with a pack. */
public final class ModelSynthesizer implements SentenceSynthesizer {
  private final PackLease pack;
  private final Voices voices;
  private final SpeechSettings settings;

  /**
   * A synthesizer; it closes nothing.
   *
   * @param settings their seed is the whole render's
   */
  public ModelSynthesizer(PackLease pack, Voices voices, SpeechSettings settings) {
    this.pack = pack;
    this.voices = voices;
    this.settings = settings;
  }

  @Override
  public String identity() {
    return pack.identity() + " " + settings;
  }

  @Override
  public String fingerprint(String voice) throws NarrationException {
    try {
      VoiceSource source = voices.get(voice);
      return source.fingerprint();
    } catch (EngineException e) {
      throw failure(e);
    }
  }

  @Override
  public SpokenSentence speak(Sentence sentence, long seed, Cancellation cancellation)
      throws NarrationException {
    try {
      return pack.speak(sentence, voices, settings.withSeed(seed), piece -> {}, cancellation);
    } catch (EngineException e) {
      throw failure(e);
    }
  }

  private static NarrationException failure(EngineException cause) {
    Reason reason =
        switch (cause.failure()) {
          case EngineException.Failure.Voice _, EngineException.Failure.Sound _ -> Reason.BAD_CAST;
          case EngineException.Failure.Pack _,
              EngineException.Failure.Network _,
              EngineException.Failure.Speech _ ->
              Reason.SYNTHESIS;
        };
    return new NarrationException(reason, cause.getMessage(), cause);
  }
}
