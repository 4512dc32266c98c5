package myna.server;

import java.util.Optional;
import java.util.function.Consumer;
import myna.audio.Audio;
import myna.engine.EngineException;
import myna.engine.ForwardingPack;
import myna.engine.PackLease;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.speech.Redo;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Sentence;

/**
 * A pack that speaks a sentence only when it is its turn, so that a short text need not wait for
 * the end of a long one; what is remembered of it needs no turn.
 */
final class QueuedPack extends ForwardingPack {
  private final Turns turns;
  private final ShortSentences remembered;

  QueuedPack(PackLease pack, Turns turns, ShortSentences remembered) {
    super(pack);
    this.turns = turns;
    this.remembered = remembered;
  }

  @Override
  public SpokenSentence speak(
      Sentence sentence,
      Voices voices,
      SpeechSettings settings,
      Consumer<Audio> pieces,
      Cancellation cancellation)
      throws EngineException {
    Optional<ShortSentences.Key> key = ShortSentences.key(sentence, voices, settings);
    Optional<SpokenSentence> known = key.flatMap(remembered::find);
    if (known.isPresent()) {
      pieces.accept(known.get().audio());
      return known.get();
    }
    SpokenSentence spoken =
        turns.take(
            cancellation, () -> super.speak(sentence, voices, settings, pieces, cancellation));
    key.ifPresent(made -> remembered.keep(made, spoken));
    return spoken;
  }

  @Override
  public SpokenSentence sayAgain(
      SpokenSentence before,
      Voices voices,
      SpeechSettings settings,
      Redo redo,
      Cancellation cancellation)
      throws EngineException {
    return turns.take(
        cancellation, () -> super.sayAgain(before, voices, settings, redo, cancellation));
  }
}
