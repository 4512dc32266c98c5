package myna.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.codec.NetworkException;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.onnx.PackException;
import myna.onnx.RuntimeSettings;
import myna.onnx.pack.ModelPack;
import myna.onnx.pack.OnnxGraphemeToPhoneme;
import myna.speech.ModelFormat;
import myna.speech.Redo;
import myna.speech.SpeechException;
import myna.speech.SpeechSettings;
import myna.speech.SpokenLength;
import myna.speech.SpokenSentence;
import myna.speech.listen.Similarity;
import myna.speech.model.SpeechModel;
import myna.text.Sentence;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.Word;
import myna.voice.ConsentSentence;
import myna.voice.Reading;
import myna.voice.Voiceprint;

/** A pack on a device, as all its leases use it. */
final class SharedPack {
  private final ModelPack pack;
  private final ModelFormat format;
  private final SharedModel model;
  private final Optional<OnnxGraphemeToPhoneme> words;
  private final HeardVoices voices;
  private final RuntimeSettings runtime;
  private final FrontEnds frontEnds;

  /**
   * A pack of which only the manifest was read.
   *
   * @param frontEnds shared with other packs
   * @param later runs something after the while that an unused model stays
   */
  SharedPack(
      ModelPack pack, RuntimeSettings runtime, FrontEnds frontEnds, Consumer<Runnable> later) {
    this.pack = pack;
    this.frontEnds = frontEnds;
    this.runtime = runtime;
    voices = new HeardVoices(pack.identity());
    format = pack.format();
    words = OnnxGraphemeToPhoneme.of(pack, runtime);
    model = new SharedModel(() -> ModelPack.open(pack.folder()).load(runtime), later);
  }

  /** Whether it is still what lies in a folder. */
  boolean is(ModelPack other) {
    return pack.equals(other);
  }

  /** Whether its model is in memory. */
  boolean isLoaded() {
    return model.isLoaded();
  }

  /** Another use of it. */
  PackLease lease(Runnable end) {
    return new Lease(end);
  }

  /** Frees what nobody uses just now. */
  void closeUnused() {
    model.closeUnused();
  }

  /** Ends everything; nobody uses it. */
  void close() {
    model.closeUnused();
    words.ifPresent(OnnxGraphemeToPhoneme::close);
  }

  private <T> T with(SharedModel.Use<T, EngineException> use) throws EngineException {
    try {
      return model.with(use);
    } catch (PackException e) {
      throw EngineException.of(e);
    } catch (NetworkException e) {
      throw EngineException.of(e);
    }
  }

  /** Listens with the model. */
  private interface Listening<T> {
    T by(SpeechModel model) throws SpeechException;
  }

  private <T> T listen(Listening<T> listening) throws EngineException {
    return with(
        loaded -> {
          try {
            return listening.by(loaded.model());
          } catch (SpeechException e) {
            throw EngineException.of(e);
          }
        });
  }

  /** One use. */
  private final class Lease implements PackLease {
    private final Runnable end;
    private boolean ended;

    Lease(Runnable end) {
      this.end = end;
    }

    @Override
    public String identity() {
      return pack.identity();
    }

    @Override
    public ModelFormat format() {
      return format;
    }

    @Override
    public List<String> languages() {
      return pack.manifest().languages();
    }

    @Override
    public TextFrontEnd frontEnd(TextSettings settings) {
      TextFrontEnd plain = frontEnds.of(settings);
      return words.map(plain::withLearned).orElse(plain);
    }

    @Override
    public String device() throws EngineException {
      return with(loaded -> loaded.model().device());
    }

    @Override
    public void hear(VoiceSource voice) throws EngineException {
      with(loaded -> voices.hear(voice, loaded.synthesizer()));
    }

    @Override
    public SpokenLength length(Sentence sentence, Voices cast) throws EngineException {
      return with(
          loaded ->
              loaded
                  .synthesizer()
                  .length(sentence, voices.cast(sentence, cast, loaded.synthesizer())));
    }

    @Override
    public SpokenSentence speak(
        Sentence sentence,
        Voices cast,
        SpeechSettings settings,
        Consumer<Audio> pieces,
        Cancellation cancellation)
        throws EngineException {
      return with(
          loaded ->
              loaded
                  .synthesizer()
                  .speak(
                      sentence,
                      voices.cast(sentence, cast, loaded.synthesizer()),
                      settings,
                      pieces,
                      cancellation));
    }

    @Override
    public SpokenSentence sayAgain(
        SpokenSentence before,
        Voices cast,
        SpeechSettings settings,
        Redo redo,
        Cancellation cancellation)
        throws EngineException {
      return with(
          loaded ->
              loaded
                  .synthesizer()
                  .sayAgain(
                      before,
                      voices.cast(before.sentence(), cast, loaded.synthesizer()),
                      settings,
                      redo,
                      cancellation));
    }

    @Override
    public OptionalDouble likeness(Audio speech, VoiceSource voice) throws EngineException {
      Audio clip = voice.clips().getFirst();
      return with(
          loaded ->
              Similarity.of(loaded.model(), speech, clip)
                  .map(OptionalDouble::of)
                  .orElse(OptionalDouble.empty()));
    }

    @Override
    public boolean serves(Reading reading, TextSettings settings) throws EngineException {
      TextFrontEnd frontEnd = frontEnd(settings);
      return listen(model -> new LessonMaker(model, frontEnd).serves(reading, Cancellation.NEVER));
    }

    @Override
    public HeardConsent hearConsent(
        ConsentSentence asked, Audio recording, List<Audio> clips, TextSettings settings)
        throws EngineException {
      List<Word> words =
          frontEnd(settings).sentences(asked.text()).flatMap(s -> s.words().stream()).toList();
      return listen(model -> new ConsentListener(model).hear(words, recording, clips));
    }

    @Override
    public Optional<Voiceprint> voiceprint(List<Audio> clips) throws EngineException {
      return pack.speakerNetwork().isEmpty()
          ? Optional.empty()
          : with(
              loaded ->
                  ConsentListener.embedding(loaded.model(), clips)
                      .map(values -> new Voiceprint(pack.speakerNetwork().get(), values)));
    }

    @Override
    public Adapted adapt(AdaptRequest request, Progress progress, Cancellation cancellation)
        throws EngineException {
      TextFrontEnd frontEnd = frontEnd(request.reading());
      return with(
          loaded -> {
            VoiceAdapter adapter = new VoiceAdapter(pack, runtime, loaded.model(), frontEnd);
            return adapter.adapt(request, progress, cancellation);
          });
    }

    @Override
    public synchronized void close() {
      if (!ended) {
        ended = true;
        end.run();
      }
    }
  }
}
