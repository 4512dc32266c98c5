package myna.speech;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.codec.SeededNoise;
import myna.codec.Tokens;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.speech.SpeechException.Reason;
import myna.text.Pause;
import myna.text.Sentence;
import myna.text.TextFrontEnd;
import myna.text.Word;

/**
 * Speaks text in a voice heard once. Same text, voice, settings and model give the same samples.
 * Safe for use by several threads, as far as the model is.
 */
public final class Synthesizer {
  private final SpeechModel model;
  private final TextFrontEnd frontEnd;
  private final ChunkSpeaker speaker;

  /** A synthesizer; it does not close the model, which the front end asks for unknown words. */
  public Synthesizer(SpeechModel model, TextFrontEnd frontEnd) {
    this.model = model;
    this.frontEnd = frontEnd.withLearned(model.letterToSound());
    speaker = new ChunkSpeaker(model);
  }

  /** The model's format and default settings. */
  public ModelFormat format() {
    return model.format();
  }

  /**
   * Listens to a reference clip: once per voice.
   *
   * @param clip of any rate; silence at its ends is cut off, and it is cut to the longest length
   * @throws SpeechException if there is too little speech in it
   */
  public VoiceFeatures voice(Audio clip) throws SpeechException {
    return voice(List.of(clip));
  }

  /**
   * Listens to several clips of one voice.
   *
   * @param clips at least one, of any rate; of long ones the best stretch is used
   * @throws SpeechException if there is too little speech in them
   */
  public VoiceFeatures voice(List<Audio> clips) throws SpeechException {
    ReferenceClip reference = new ReferenceClip(model.format());
    List<Audio> speech = reference.speech(clips);
    Tokens tokens = model.codec().encode(reference.joined(speech));
    VoiceFeatures voice = model.voice(model.codec().quantizer().decode(tokens));
    Audio longest = Collections.max(speech, Comparator.comparingDouble(Audio::seconds));
    return voice.withRhythm(new RhythmMeter(model).measure(longest.samples(), voice));
  }

  /**
   * Speaks one sentence.
   *
   * @param settings their seed is this sentence's own
   */
  public SpokenSentence speak(
      Sentence sentence, VoiceCast voices, SpeechSettings settings, Cancellation cancellation) {
    return speak(sentence, voices, settings, piece -> {}, cancellation);
  }

  /**
   * Speaks one sentence, and hands out its samples while it is made: the first phrase before the
   * second is begun, where there is a pause between them. Nothing is handed out early of what is
   * checked, because it may be spoken again.
   *
   * @param settings their seed is this sentence's own
   * @param pieces told all samples of the sentence in order, on this thread; not to be changed
   */
  public SpokenSentence speak(
      Sentence sentence,
      VoiceCast voices,
      SpeechSettings settings,
      Consumer<Audio> pieces,
      Cancellation cancellation) {
    int rate = model.format().signal().sampleRate();
    Assembly assembly = new Assembly(rate);
    Leveller leveller = new Leveller(rate);
    SpeechCost cost = SpeechCost.NOTHING;
    long part = 0;
    Rhythm rhythm = voices.voice(sentence.words().getFirst().controls().voice()).rhythm();
    List<Word> words = new Phrasing(rhythm).phrased(sentence.words());
    String voice = null;
    for (Chunk chunk : Chunker.chunks(words)) {
      if (!Objects.equals(voice, chunk.voice())) {
        leveller.restart();
        voice = chunk.voice();
      }
      double start = assembly.seconds();
      long seed = SeededNoise.derive(settings.seed(), part++);
      SpokenChunk spoken =
          speaker.speak(
              new ChunkSpeaker.Order(chunk, voices.voice(voice), settings, seed),
              piece -> {
                leveller.level(piece);
                assembly.add(piece.samples());
                pieces.accept(new Audio(piece.samples(), rate));
              },
              cancellation);
      assembly.add(spoken.words(), start);
      float[] silence = assembly.pause(seconds(chunk.pause(), rhythm, settings));
      if (silence.length > 0) {
        pieces.accept(new Audio(silence, rate));
      }
      cost = cost.plus(spoken.cost());
    }
    double pause = seconds(sentence.pauseAfter(), rhythm, settings);
    return new SpokenSentence(sentence, assembly.audio(), assembly.words(), pause, cost);
  }

  /** What is left of a pause after the silence that chunks carry themselves. */
  private double seconds(Pause pause, Rhythm rhythm, SpeechSettings settings) {
    double factor = pause.kind() == Pause.Kind.EXPLICIT ? 1 : rhythm.pauseFactor();
    return Math.max(0, pause.seconds() * factor / settings.speed() - speaker.edgeSeconds());
  }

  /**
   * Speaks a text sentence by sentence, and hands out each as soon as it is ready.
   *
   * @param listener told each sentence, on this thread
   * @throws SpeechException if there is nothing to say
   */
  public void stream(
      SpeechRequest request, Consumer<SpokenSentence> listener, Cancellation cancellation)
      throws SpeechException {
    stream(request, piece -> {}, listener, cancellation);
  }

  /**
   * Speaks a text, and hands out samples while a sentence is made, and each sentence when it is
   * ready.
   *
   * @param pieces told all samples of the sentences, without the pauses between them
   * @param sentences told each sentence after its pieces; both on this thread
   * @throws SpeechException if there is nothing to say
   */
  public void stream(
      SpeechRequest request,
      Consumer<Audio> pieces,
      Consumer<SpokenSentence> sentences,
      Cancellation cancellation)
      throws SpeechException {
    long start = System.nanoTime();
    Iterator<Sentence> read = frontEnd.sentences(request.text()).iterator();
    if (!read.hasNext()) {
      throw new SpeechException(Reason.NOTHING_TO_SAY, "the text holds nothing that can be spoken");
    }
    long number = 0;
    while (read.hasNext()) {
      Sentence sentence = read.next();
      SpeechCost reading = SpeechCost.of(Stage.TEXT, System.nanoTime() - start);
      long seed = SeededNoise.derive(request.settings().seed(), number++);
      SpeechSettings settings = request.settings().withSeed(seed);
      SpokenSentence spoken = speak(sentence, request.voices(), settings, pieces, cancellation);
      sentences.accept(spoken.withCost(reading.plus(spoken.cost())));
      start = System.nanoTime();
    }
  }

  /**
   * Speaks a whole text.
   *
   * @throws SpeechException if there is nothing to say
   */
  public Speech speak(SpeechRequest request, Cancellation cancellation) throws SpeechException {
    return speak(request, Progress.NONE, cancellation);
  }

  /**
   * Speaks a whole text.
   *
   * @param progress told how much of the text is spoken
   * @throws SpeechException if there is nothing to say
   */
  public Speech speak(SpeechRequest request, Progress progress, Cancellation cancellation)
      throws SpeechException {
    long start = System.nanoTime();
    List<SpokenSentence> sentences = new ArrayList<>();
    List<Long> ready = new ArrayList<>();
    stream(
        request,
        piece -> ready.add(System.nanoTime()),
        sentence -> {
          sentences.add(sentence);
          double spoken = sentence.sentence().source().end();
          progress.report(spoken / request.text().length(), "speaking");
        },
        cancellation);
    Assembly assembly = new Assembly(model.format().signal().sampleRate());
    SpeechCost cost = SpeechCost.NOTHING;
    double pause = 0;
    for (SpokenSentence sentence : sentences) {
      assembly.pause(pause);
      assembly.add(sentence.audio().samples(), sentence.words());
      pause = sentence.pauseSeconds();
      cost = cost.plus(sentence.cost());
    }
    return new Speech(assembly.audio(), assembly.words(), cost, ready.getFirst() - start);
  }
}
