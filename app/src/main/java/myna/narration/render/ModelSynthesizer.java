package myna.narration.render;

import java.util.ArrayList;
import java.util.List;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.project.Take;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Pause;
import myna.text.Sentence;

/** Speaks the sentences of a book with a pack. */
public final class ModelSynthesizer implements SentenceSynthesizer {
  /** Long enough for the silence of the edges to show in what is left of it. */
  private static final Pause PROBE = new Pause(Pause.Kind.EXPLICIT, 10);

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
  public Utterance speak(Sentence sentence, long seed, Cancellation cancellation)
      throws NarrationException {
    Sentence probed = new Sentence(sentence.source(), sentence.words(), PROBE, sentence.heading());
    try {
      SpokenSentence spoken =
          pack.speak(probed, voices, settings.withSeed(seed), piece -> {}, cancellation);
      double scale = 1 / settings.speed();
      double edge = Math.max(0, PROBE.seconds() * scale - spoken.pauseSeconds());
      return new Utterance(spoken.audio(), times(spoken), new Take.Spacing(edge, scale));
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

  private List<Take.WordTime> times(SpokenSentence spoken) {
    List<Take.WordTime> times = new ArrayList<>();
    for (SpokenWord word : spoken.words()) {
      boolean doubtful = word.score() < settings.check().doubtful();
      times.add(new Take.WordTime(word.start(), word.end(), doubtful));
    }
    return times;
  }
}
