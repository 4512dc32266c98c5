package myna.ui.engine;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.engine.AdaptRequest;
import myna.engine.Adapted;
import myna.engine.EngineException;
import myna.engine.HeardConsent;
import myna.engine.Leases;
import myna.engine.PackLease;
import myna.engine.Pronunciations;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.speech.ModelFormat;
import myna.speech.Redo;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Analysis;
import myna.text.Sentence;
import myna.text.en.EnglishFrontEnd;
import myna.voice.ConsentSentence;
import myna.voice.Reading;
import myna.voice.Voice;
import myna.voice.VoiceLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads texts and speaks sentences, as the studio is set. Safe for use by several threads. */
public final class StudioEngine {
  private static final Logger LOG = LoggerFactory.getLogger(StudioEngine.class);

  private final Leases leases;
  private final VoiceLibrary library;
  private final Pronunciations pronunciations;

  /**
   * An engine of the studio.
   *
   * @param leases of the pack that the settings name now
   */
  public StudioEngine(Leases leases, VoiceLibrary library, Pronunciations pronunciations) {
    this.leases = leases;
    this.library = library;
    this.pronunciations = pronunciations;
  }

  /** Sentences, words and problems of a text; without a pack, unknown words go by rule. */
  public Analysis analyze(String text) {
    try (PackLease pack = leases.lease()) {
      return pack.frontEnd(pronunciations.reading()).analyze(text);
    } catch (EngineException e) {
      LOG.info("{}", e.getMessage());
      return new EnglishFrontEnd(pronunciations.reading()).analyze(text);
    }
  }

  /** What is to be known of the model in use; loads nothing. */
  public ModelFormat format() throws EngineException {
    try (PackLease pack = leases.lease()) {
      return pack.format();
    }
  }

  /** What the model runs on, such as {@code cpu}; loads it. */
  public String device() throws EngineException {
    try (PackLease pack = leases.lease()) {
      return pack.device();
    }
  }

  /** Speaks a sentence. */
  public SpokenSentence speak(
      Sentence sentence, Voice voice, SpeechSettings settings, Cancellation cancellation)
      throws EngineException {
    return speak(sentence, voice, settings, piece -> {}, cancellation);
  }

  /**
   * Speaks a sentence, and hands out its samples while it is made. Marks in it may name other
   * voices of the library.
   *
   * @param pieces told all samples in order, on this thread; not to be changed
   */
  public SpokenSentence speak(
      Sentence sentence,
      Voice voice,
      SpeechSettings settings,
      Consumer<Audio> pieces,
      Cancellation cancellation)
      throws EngineException {
    try (PackLease pack = leases.lease()) {
      return pack.speak(sentence, voices(voice), settings, pieces, cancellation);
    }
  }

  /** Whether what was read is what its text says, as far as the model can hear. */
  public boolean serves(Reading reading) throws EngineException {
    try (PackLease pack = leases.lease()) {
      return pack.serves(reading, pronunciations.reading());
    }
  }

  /** What a recording says of the consent to use the voice of a clip. */
  public HeardConsent hearConsent(ConsentSentence asked, Audio recording, Audio clip)
      throws EngineException {
    try (PackLease pack = leases.lease()) {
      return pack.hearConsent(asked, recording, List.of(clip), pronunciations.reading());
    }
  }

  /** Adapts the model to a voice; the voice itself is not changed. */
  public Adapted adapt(
      Voice voice, List<Reading> readings, Progress progress, Cancellation cancellation)
      throws EngineException {
    AdaptRequest request =
        new AdaptRequest(
            VoiceSource.of(library, voice),
            readings,
            pronunciations.reading(),
            Double.POSITIVE_INFINITY,
            1);
    try (PackLease pack = leases.lease()) {
      return pack.adapt(request, progress, cancellation);
    }
  }

  /**
   * Says one word of a sentence again.
   *
   * @param before as it was spoken in this voice with these settings
   */
  public SpokenSentence sayAgain(
      SpokenSentence before,
      Voice voice,
      SpeechSettings settings,
      Redo redo,
      Cancellation cancellation)
      throws EngineException {
    try (PackLease pack = leases.lease()) {
      return pack.sayAgain(before, voices(voice), settings, redo, cancellation);
    }
  }

  private Voices voices(Voice main) {
    return Voices.of(library).withMain(VoiceSource.of(library, main));
  }

  /**
   * How much a sentence sounds like the clips of a voice, 1 for the same voice; empty where the
   * model cannot tell.
   */
  public OptionalDouble likeness(SpokenSentence spoken, Voice voice) throws EngineException {
    try (PackLease pack = leases.lease()) {
      return pack.likeness(spoken.audio(), VoiceSource.of(library, voice));
    }
  }
}
