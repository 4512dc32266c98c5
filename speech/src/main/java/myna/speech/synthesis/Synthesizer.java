package myna.speech.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.codec.SeededNoise;
import myna.codec.Tokens;
import myna.jobs.Cancellation;
import myna.resgen.adapt.AdaptedVoice;
import myna.speech.ModelFormat;
import myna.speech.Redo;
import myna.speech.Spacing;
import myna.speech.SpeechCost;
import myna.speech.SpeechException;
import myna.speech.SpeechSettings;
import myna.speech.SpokenLength;
import myna.speech.SpokenSentence;
import myna.speech.model.Rhythm;
import myna.speech.model.SpeechModel;
import myna.speech.model.VoiceFeatures;
import myna.speech.phrase.Chunk;
import myna.speech.phrase.Chunker;
import myna.speech.phrase.Phrasing;
import myna.speech.reference.ReferenceClip;
import myna.speech.reference.RhythmMeter;
import myna.speech.take.ChunkSpeaker;
import myna.speech.take.PlannedLength;
import myna.speech.take.SpokenChunk;
import myna.text.Sentence;
import myna.text.Word;

/**
 * Speaks sentences in a voice heard once. Same sentence, voice, settings and model give the same
 * samples. Safe for use by several threads, as far as the model is.
 */
public final class Synthesizer {
  private final SpeechModel model;
  private final ChunkSpeaker speaker;

  /** A synthesizer; it does not close the model. */
  public Synthesizer(SpeechModel model) {
    this.model = model;
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
    return voice(clips, Optional.empty());
  }

  /**
   * Listens to several clips of one voice that the model may be adapted to.
   *
   * @param clips at least one, of any rate; of long ones the best stretch is used
   * @throws SpeechException if there is too little speech in them
   */
  public VoiceFeatures voice(List<Audio> clips, Optional<AdaptedVoice> adapted)
      throws SpeechException {
    ReferenceClip reference = new ReferenceClip(model.format());
    List<Audio> speech = reference.speech(clips);
    float[] joined = reference.joined(speech);
    Tokens tokens = model.codec().encode(joined);
    float[] latents = model.codec().quantizer().decode(tokens);
    VoiceFeatures voice =
        adapted.isPresent() ? model.voice(latents, adapted.get()) : model.voice(latents);
    float[] longest = speech.getFirst().samples();
    return voice.heardFrom(joined, new RhythmMeter(model).measure(longest, voice));
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
    return speak(
        sentence, voices, settings, (chunk, first) -> Optional.empty(), pieces, cancellation);
  }

  /**
   * Says one word of a sentence again; the tokens of all others stay as they are.
   *
   * @param before the sentence as it was spoken with these voices and settings, its tokens kept
   * @param settings those of {@code before}, whose seed is the sentence's own
   * @param redo which word, and the seed of what is said anew
   * @throws IllegalArgumentException if {@code before} was spoken otherwise
   */
  public SpokenSentence sayAgain(
      SpokenSentence before,
      VoiceCast voices,
      SpeechSettings settings,
      Redo redo,
      Cancellation cancellation) {
    Keeping keeping =
        (chunk, first) -> {
          Tokens tokens = before.tokens().get(chunk);
          return Optional.of(new ChunkSpeaker.Again(tokens, redo.word() - first, redo.seed()));
        };
    return speak(before.sentence(), voices, settings, keeping, piece -> {}, cancellation);
  }

  /** Tells what of an earlier take is kept in a chunk whose first word has a number. */
  private interface Keeping {
    Optional<ChunkSpeaker.Again> of(int chunk, int first);
  }

  private SpokenSentence speak(
      Sentence sentence,
      VoiceCast voices,
      SpeechSettings settings,
      Keeping keeping,
      Consumer<Audio> pieces,
      Cancellation cancellation) {
    int rate = model.format().signal().outputRate();
    Assembly assembly = new Assembly(rate);
    Leveller leveller = new Leveller(rate);
    SpeechCost cost = SpeechCost.NOTHING;
    List<Tokens> tokens = new ArrayList<>();
    Rhythm rhythm = rhythm(sentence, voices);
    Spacing spacing = speaker.spacing(rhythm, settings.speed());
    List<Word> words = new Phrasing(rhythm).phrased(sentence.words());
    String voice = null;
    int first = 0;
    for (Chunk chunk : Chunker.chunks(words)) {
      if (!Objects.equals(voice, chunk.voice())) {
        leveller.restart();
        voice = chunk.voice();
      }
      double start = assembly.seconds();
      long seed = SeededNoise.derive(settings.seed(), tokens.size());
      ChunkSpeaker.Order order =
          new ChunkSpeaker.Order(
              chunk, voices.voice(voice), settings, seed, keeping.of(tokens.size(), first));
      SpokenChunk spoken =
          speaker.speak(
              order,
              piece -> {
                leveller.level(piece);
                assembly.add(piece.samples());
                pieces.accept(new Audio(piece.samples(), rate));
              },
              cancellation);
      assembly.add(spoken.words(), start);
      float[] silence = assembly.pause(spacing.silenceFor(chunk.pause()));
      if (silence.length > 0) {
        pieces.accept(new Audio(silence, rate));
      }
      tokens.add(spoken.tokens());
      first += chunk.words().size();
      cost = cost.plus(spoken.cost());
    }
    return new SpokenSentence(sentence, assembly.audio(), assembly.words(), spacing, tokens, cost);
  }

  /** How long a sentence will sound, at any speed; it is not spoken. */
  public SpokenLength length(Sentence sentence, VoiceCast voices) {
    Rhythm rhythm = rhythm(sentence, voices);
    List<PlannedLength.Part> parts = new ArrayList<>();
    for (Chunk chunk : Chunker.chunks(new Phrasing(rhythm).phrased(sentence.words()))) {
      parts.add(speaker.length(chunk, voices.voice(chunk.voice())));
    }
    return new PlannedLength(model.format(), rhythm, parts, sentence.pauseAfter());
  }

  private static Rhythm rhythm(Sentence sentence, VoiceCast voices) {
    return voices.voice(sentence.words().getFirst().controls().voice()).rhythm();
  }
}
