package myna.ui.engine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.jobs.Cancellation;
import myna.onnx.Device;
import myna.onnx.ModelPack;
import myna.onnx.OnnxGraphemeToPhoneme;
import myna.onnx.PackException;
import myna.onnx.PackShelf;
import myna.onnx.PackSource;
import myna.onnx.RuntimeSettings;
import myna.speech.ModelFormat;
import myna.speech.ModelSource;
import myna.speech.SpeechException;
import myna.speech.SpeechModel;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.speech.Synthesizer;
import myna.speech.VoiceCast;
import myna.speech.VoiceFeatures;
import myna.speech.measure.Similarity;
import myna.text.Analysis;
import myna.text.Sentence;
import myna.text.TextException;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.UserLexicon;
import myna.ui.settings.Settings;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks with the model pack that the settings name. */
public final class ModelEngine implements SpeechEngine {
  private static final Logger LOG = LoggerFactory.getLogger(ModelEngine.class);

  /** So many voices are kept as the model heard them; each takes a few megabytes. */
  private static final int MOST_VOICES = 8;

  private final PackShelf shelf;
  private final Path natives;
  private final VoiceLibrary library;
  private final Supplier<Settings.Engine> wanted;
  private final Pronunciations pronunciations;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private final Object reading = new Object();
  private TextFrontEnd frontEnd;
  private long readVersion;
  private Optional<OnnxGraphemeToPhoneme> words = Optional.empty();
  private Settings.Engine wordsOf;
  private Loaded loaded;

  /**
   * An engine that has loaded nothing yet.
   *
   * @param natives folder that the runtime's libraries are unpacked into
   * @param wanted asked at every use: a change takes hold with the next sentence
   */
  public ModelEngine(
      PackShelf shelf,
      Path natives,
      VoiceLibrary library,
      Pronunciations pronunciations,
      Supplier<Settings.Engine> wanted) {
    this.shelf = shelf;
    this.natives = natives;
    this.library = library;
    this.pronunciations = pronunciations;
    this.wanted = wanted;
  }

  @Override
  public Analysis analyze(String text) {
    return frontEnd().analyze(text);
  }

  @Override
  public ModelFormat format() throws PackException {
    return with(model -> model.synthesizer().format());
  }

  @Override
  public String device() throws PackException {
    return with(model -> model.model().device());
  }

  @Override
  public SpokenSentence speak(
      Sentence sentence,
      Voice voice,
      SpeechSettings settings,
      Consumer<Audio> pieces,
      Cancellation cancellation)
      throws PackException, SpeechException, VoiceException, AudioException {
    return this.<SpokenSentence, SpeechException, VoiceException, AudioException>with(
        model -> {
          VoiceCast cast = cast(model, sentence, voice);
          return model.synthesizer().speak(sentence, cast, settings, pieces, cancellation);
        });
  }

  private VoiceCast cast(Loaded model, Sentence sentence, Voice voice)
      throws SpeechException, VoiceException, AudioException {
    VoiceFeatures main = model.heard(voice, library);
    Map<String, VoiceFeatures> others = new LinkedHashMap<>();
    for (String name : names(sentence)) {
      Optional<Voice> other = find(name);
      if (other.isPresent()) {
        others.put(name, model.heard(other.get(), library));
      }
    }
    return name -> name == null ? main : others.getOrDefault(name, main);
  }

  @Override
  public OptionalDouble likeness(SpokenSentence spoken, Voice voice)
      throws PackException, VoiceException, AudioException {
    Audio reference = library.reference(voice, spoken.audio().sampleRate());
    return with(model -> Similarity.of(model.model(), spoken.audio(), reference)).stream()
        .mapToDouble(Double::doubleValue)
        .findFirst();
  }

  private static Iterable<String> names(Sentence sentence) {
    return sentence.words().stream()
        .map(word -> word.controls().voice())
        .filter(name -> name != null)
        .distinct()
        .toList();
  }

  private Optional<Voice> find(String name) throws VoiceException {
    return library.list().voices().stream()
        .filter(voice -> voice.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private interface Use<T, A extends Exception, B extends Exception, C extends Exception> {
    T of(Loaded model) throws A, B, C;
  }

  /** Uses the model that is wanted, which is not closed meanwhile. */
  private <T, A extends Exception, B extends Exception, C extends Exception> T with(
      Use<T, A, B, C> code) throws PackException, A, B, C {
    while (true) {
      use.readLock().lock();
      try {
        if (isLoaded()) {
          return code.of(loaded);
        }
      } finally {
        use.readLock().unlock();
      }
      load();
    }
  }

  private boolean isLoaded() {
    return loaded != null && loaded.settings().equals(wanted.get());
  }

  /** Loads the model that is wanted, where it is not loaded. */
  private void load() throws PackException {
    use.writeLock().lock();
    try {
      if (!isLoaded()) {
        unload();
        loaded = load(wanted.get());
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  private Loaded load(Settings.Engine settings) throws PackException {
    long start = System.nanoTime();
    ModelPack pack = ModelPack.open(folder(shelf, settings));
    SpeechModel model = pack.load(runtime(settings, natives));
    LOG.info(
        "{} on {} in {} ms",
        model.format().pack(),
        model.device(),
        (System.nanoTime() - start) / 1_000_000);
    return new Loaded(settings, model, new Synthesizer(model, frontEnd()), voices());
  }

  /**
   * The pack that settings name, to be loaded for its own use.
   *
   * @param natives folder that the runtime's libraries are unpacked into
   */
  public static ModelSource source(PackShelf shelf, Path natives, Settings.Engine settings)
      throws PackException {
    return new PackSource(ModelPack.open(folder(shelf, settings)), runtime(settings, natives));
  }

  private static Path folder(PackShelf shelf, Settings.Engine settings) throws PackException {
    return shelf.find(settings.pack().isEmpty() ? null : settings.pack());
  }

  /** What the settings mean for the runtime. */
  static RuntimeSettings runtime(Settings.Engine settings, Path natives) {
    int threads = settings.threads() == 0 ? RuntimeSettings.defaultThreads() : settings.threads();
    return new RuntimeSettings(device(settings.device()), threads, natives);
  }

  private static Device device(Settings.Device device) {
    return switch (device) {
      case AUTO -> Device.AUTO;
      case CPU -> Device.CPU;
      case CUDA -> Device.CUDA;
    };
  }

  private static Map<Voice, VoiceFeatures> voices() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Voice, VoiceFeatures> eldest) {
        return size() > MOST_VOICES;
      }
    };
  }

  /** Reads with the user's lexicon, and with the pack's own network for words nobody knows. */
  private TextFrontEnd frontEnd() {
    Settings.Engine settings = wanted.get();
    synchronized (reading) {
      if (!settings.equals(wordsOf)) {
        words.ifPresent(OnnxGraphemeToPhoneme::close);
        words = words(settings);
        wordsOf = settings;
        frontEnd = null;
      }
      if (frontEnd == null || readVersion != pronunciations.version()) {
        readVersion = pronunciations.version();
        TextFrontEnd plain = new TextFrontEnd(TextSettings.DEFAULT.withLexicons(lexicons()));
        frontEnd = words.map(plain::withLearned).orElse(plain);
      }
      return frontEnd;
    }
  }

  /** A text can be read without a model, which is told of when it is to be spoken. */
  private Optional<OnnxGraphemeToPhoneme> words(Settings.Engine settings) {
    try {
      return OnnxGraphemeToPhoneme.of(
          ModelPack.describe(folder(shelf, settings)), runtime(settings, natives));
    } catch (PackException e) {
      LOG.info("{}", e.getMessage());
      return Optional.empty();
    }
  }

  /** A lexicon that cannot be used must not keep anybody from speaking. */
  private List<UserLexicon> lexicons() {
    try {
      return List.of(pronunciations.read());
    } catch (TextException e) {
      LOG.warn("{}", e.getMessage());
      return List.of();
    }
  }

  private void unload() {
    if (loaded != null) {
      loaded.model().close();
      loaded = null;
    }
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      unload();
    } finally {
      use.writeLock().unlock();
    }
    synchronized (reading) {
      words.ifPresent(OnnxGraphemeToPhoneme::close);
      words = Optional.empty();
      wordsOf = null;
    }
  }

  /**
   * A model in memory.
   *
   * @param settings it was loaded for
   * @param voices as the model heard them; guarded by itself
   */
  private record Loaded(
      Settings.Engine settings,
      SpeechModel model,
      Synthesizer synthesizer,
      Map<Voice, VoiceFeatures> voices) {

    VoiceFeatures heard(Voice voice, VoiceLibrary library)
        throws SpeechException, VoiceException, AudioException {
      synchronized (voices) {
        VoiceFeatures features = voices.get(voice);
        if (features == null) {
          int sampleRate = synthesizer.format().signal().sampleRate();
          features = synthesizer.voice(library.reference(voice, sampleRate));
          voices.put(voice, features);
        }
        return features;
      }
    }
  }
}
