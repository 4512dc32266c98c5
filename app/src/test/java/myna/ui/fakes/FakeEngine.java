package myna.ui.fakes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.engine.AdaptRequest;
import myna.engine.Adapted;
import myna.engine.EngineException;
import myna.engine.HeardConsent;
import myna.engine.PackLease;
import myna.engine.Pronunciations;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.onnx.PackException;
import myna.resgen.SamplingSettings;
import myna.resgen.Schedule;
import myna.speech.Clarity;
import myna.speech.ModelFormat;
import myna.speech.Redo;
import myna.speech.Spacing;
import myna.speech.SpeechCost;
import myna.speech.SpeechSettings;
import myna.speech.SpokenLength;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Sentence;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.Word;
import myna.text.en.EnglishFrontEnd;
import myna.ui.engine.StudioEngine;
import myna.voice.ConsentSentence;
import myna.voice.Reading;
import myna.voice.VoiceLibrary;
import myna.voice.Voiceprint;
import myna.watermark.Detection;
import myna.watermark.WatermarkDetector;

/** Reads texts as they are read, and hums them: quick, and the same for the same seed. */
public final class FakeEngine implements PackLease {
  private static final double SECONDS_PER_WORD = 0.32;

  private static final Detection UNMARKED = WatermarkDetector.detect(Sounds.speech(1, 3));

  private final AtomicInteger spoken = new AtomicInteger();
  private final AtomicInteger saidAgain = new AtomicInteger();
  private volatile int millisPerSentence;
  private volatile boolean broken;

  /** How long it takes to speak a sentence. */
  public void setMillisPerSentence(int millis) {
    millisPerSentence = millis;
  }

  /** From now on the pack is damaged. */
  public void breakPack() {
    broken = true;
  }

  /** How many words were said again. */
  public int saidAgain() {
    return saidAgain.get();
  }

  /** How many sentences were spoken. */
  public int spoken() {
    return spoken.get();
  }

  /** An engine of the studio that speaks with this. */
  public StudioEngine studio(Path folder) {
    return new StudioEngine(
        () -> this,
        new VoiceLibrary(folder.resolve("voices")),
        new Pronunciations(folder.resolve("lexicon.tsv")));
  }

  @Override
  public String identity() {
    return "fake";
  }

  @Override
  public List<String> languages() {
    return List.of("en");
  }

  @Override
  public TextFrontEnd frontEnd(TextSettings settings) {
    return Reader.FRONT_END;
  }

  @Override
  public void hear(VoiceSource voice) {}

  @Override
  public ModelFormat format() {
    SamplingSettings sampling =
        new SamplingSettings(
            16,
            new Schedule.Power(3),
            1,
            new SamplingSettings.Draw(0.9, 1),
            new SamplingSettings.Unmasking(1, 1, SamplingSettings.Unmasking.ALL));
    return new ModelFormat(
        "fake 1.0",
        new ModelFormat.Signal(16_000, 16_000, 512, -23, 10, Double.NEGATIVE_INFINITY),
        List.of("sil"),
        new ModelFormat.Timing(4, 1, new ModelFormat.Hearing(1, -4, -1.5)),
        new ModelFormat.Likeness(0.5, 0.5, 0.5),
        sampling);
  }

  @Override
  public String device() {
    return "cpu";
  }

  @Override
  public SpokenSentence speak(
      Sentence sentence,
      Voices voices,
      SpeechSettings settings,
      Consumer<Audio> pieces,
      Cancellation cancellation)
      throws EngineException {
    if (broken) {
      throw EngineException.of(
          new PackException(PackException.Reason.DAMAGED, "generator.onnx is damaged"));
    }
    for (int waited = 0; waited < millisPerSentence; waited += 5) {
      cancellation.check();
      sleep();
    }
    spoken.incrementAndGet();
    List<SpokenWord> words = new ArrayList<>();
    double step = SECONDS_PER_WORD / settings.speed();
    for (Word word : sentence.words()) {
      double start = 0.1 + words.size() * step;
      boolean odd = word.spoken().toLowerCase(java.util.Locale.ROOT).contains("quokka");
      Clarity clarity =
          settings.check().takes() == 0 ? Clarity.UNCHECKED : new Clarity(odd ? -5 : -0.2, odd);
      words.add(new SpokenWord(word.spoken(), word.source(), start, start + step, clarity));
    }
    Audio audio = Sounds.speech(0.2 + words.size() * step, settings.seed());
    int middle = audio.length() / 2;
    pieces.accept(audio.slice(0, middle));
    pieces.accept(audio.slice(middle, audio.length()));
    return new SpokenSentence(sentence, audio, words, Spacing.PLAIN, List.of(), SpeechCost.NOTHING);
  }

  @Override
  public SpokenLength length(Sentence sentence, Voices voices) {
    int words = sentence.words().size();
    return new SpokenLength() {
      @Override
      public double whole(double speed) {
        return 0.2 + words * SECONDS_PER_WORD / speed;
      }

      @Override
      public double lead(double speed) {
        return 0.1;
      }

      @Override
      public double tail(double speed) {
        return 0.1;
      }

      @Override
      public double pauseAfter(double speed) {
        return 0;
      }
    };
  }

  @Override
  public SpokenSentence sayAgain(
      SpokenSentence before,
      Voices voices,
      SpeechSettings settings,
      Redo redo,
      Cancellation cancellation)
      throws EngineException {
    saidAgain.incrementAndGet();
    return speak(
        before.sentence(), voices, settings.withSeed(redo.seed()), piece -> {}, cancellation);
  }

  private static void sleep() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public OptionalDouble likeness(Audio speech, VoiceSource voice) {
    return OptionalDouble.of(0.82);
  }

  @Override
  public boolean serves(Reading reading, TextSettings settings) {
    return !reading.text().contains("quokka");
  }

  @Override
  public HeardConsent hearConsent(
      ConsentSentence asked, Audio recording, List<Audio> clips, TextSettings settings) {
    boolean said = !asked.name().contains("Quokka");
    return new HeardConsent(said ? -0.5 : -9, said ? 1 : 0, OptionalDouble.of(0.8), 0.5, UNMARKED);
  }

  @Override
  public Optional<Voiceprint> voiceprint(List<Audio> clips) {
    return Optional.of(new Voiceprint("fake", new float[] {1, 2}));
  }

  @Override
  public Adapted adapt(AdaptRequest request, Progress progress, Cancellation cancellation) {
    cancellation.check();
    return new Adapted(
        new byte[] {7},
        request.readings(),
        List.of(),
        new Adapted.Sample(OptionalDouble.of(0.6), Sounds.speech(1, 1)),
        new Adapted.Sample(OptionalDouble.of(0.9), Sounds.speech(1, 2)));
  }

  @Override
  public void close() {}

  /** Opened once: the lexicon is large. */
  private static final class Reader {
    private static final TextFrontEnd FRONT_END = new EnglishFrontEnd(TextSettings.DEFAULT);
  }
}
