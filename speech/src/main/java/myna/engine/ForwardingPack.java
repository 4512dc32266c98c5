package myna.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.speech.ModelFormat;
import myna.speech.Redo;
import myna.speech.SpeechSettings;
import myna.speech.SpokenLength;
import myna.speech.SpokenSentence;
import myna.text.Sentence;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.voice.ConsentSentence;
import myna.voice.Reading;
import myna.voice.Voiceprint;

/** A lease that does everything as another one; whoever extends it changes some of that. */
public abstract class ForwardingPack implements PackLease {
  private final PackLease pack;

  /** A lease of what {@code pack} is a lease of, which stays its owner's to close. */
  protected ForwardingPack(PackLease pack) {
    this.pack = pack;
  }

  @Override
  public String identity() {
    return pack.identity();
  }

  @Override
  public ModelFormat format() {
    return pack.format();
  }

  @Override
  public List<String> languages() {
    return pack.languages();
  }

  @Override
  public TextFrontEnd frontEnd(TextSettings settings) {
    return pack.frontEnd(settings);
  }

  @Override
  public String device() throws EngineException {
    return pack.device();
  }

  @Override
  public void hear(VoiceSource voice) throws EngineException {
    pack.hear(voice);
  }

  @Override
  public SpokenLength length(Sentence sentence, Voices voices) throws EngineException {
    return pack.length(sentence, voices);
  }

  @Override
  public SpokenSentence speak(
      Sentence sentence,
      Voices voices,
      SpeechSettings settings,
      Consumer<Audio> pieces,
      Cancellation cancellation)
      throws EngineException {
    return pack.speak(sentence, voices, settings, pieces, cancellation);
  }

  @Override
  public SpokenSentence sayAgain(
      SpokenSentence before,
      Voices voices,
      SpeechSettings settings,
      Redo redo,
      Cancellation cancellation)
      throws EngineException {
    return pack.sayAgain(before, voices, settings, redo, cancellation);
  }

  @Override
  public OptionalDouble likeness(Audio speech, VoiceSource voice) throws EngineException {
    return pack.likeness(speech, voice);
  }

  @Override
  public boolean serves(Reading reading, TextSettings settings) throws EngineException {
    return pack.serves(reading, settings);
  }

  @Override
  public HeardConsent hearConsent(
      ConsentSentence asked, Audio recording, List<Audio> clips, TextSettings settings)
      throws EngineException {
    return pack.hearConsent(asked, recording, clips, settings);
  }

  @Override
  public Optional<Voiceprint> voiceprint(List<Audio> clips) throws EngineException {
    return pack.voiceprint(clips);
  }

  @Override
  public Adapted adapt(AdaptRequest request, Progress progress, Cancellation cancellation)
      throws EngineException {
    return pack.adapt(request, progress, cancellation);
  }

  /** Leaves the pack to its owner. */
  @Override
  public void close() {}
}
