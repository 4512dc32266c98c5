package myna.narration.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import myna.audio.Audio;
import myna.codec.NetworkException;
import myna.jobs.Cancellation;
import myna.narration.NarrationException;
import myna.narration.NarrationException.Reason;
import myna.narration.project.Take;
import myna.speech.SpeechException;
import myna.speech.SpeechModel;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.speech.Synthesizer;
import myna.speech.VoiceFeatures;
import myna.text.Pause;
import myna.text.Sentence;
import myna.text.TextFrontEnd;

/** Speaks the sentences of a book with a model. Each voice is listened to once. */
public final class ModelSynthesizer implements SentenceSynthesizer, AutoCloseable {
  /** Long enough for the silence of the edges to show in what is left of it. */
  private static final Pause PROBE = new Pause(Pause.Kind.EXPLICIT, 10);

  private final Model model;
  private final TextFrontEnd frontEnd;
  private final Voices voices;
  private final Map<String, VoiceFeatures> heard = new HashMap<>();
  private SpeechModel loaded;
  private Synthesizer synthesizer;

  /**
   * The model that speaks.
   *
   * @param identity another one has another, such as name, version and hash
   * @param loader asked once, for the first sentence; closed with the synthesizer
   * @param settings their seed is the whole render's
   */
  public record Model(String identity, Supplier<SpeechModel> loader, SpeechSettings settings) {}

  /**
   * @param frontEnd that the sentences came from
   */
  public ModelSynthesizer(Model model, TextFrontEnd frontEnd, Voices voices) {
    this.model = model;
    this.frontEnd = frontEnd;
    this.voices = voices;
  }

  @Override
  public String identity() {
    return model.identity() + " " + model.settings();
  }

  @Override
  public String fingerprint(String voice) throws NarrationException {
    return voices.fingerprint(voice);
  }

  @Override
  public Utterance speak(Sentence sentence, long seed, Cancellation cancellation)
      throws NarrationException {
    try {
      if (synthesizer == null) {
        loaded = model.loader().get();
        synthesizer = new Synthesizer(loaded, frontEnd);
      }
      return speakLoaded(sentence, seed, cancellation);
    } catch (NetworkException e) {
      throw new NarrationException(Reason.SYNTHESIS, e.getMessage(), e);
    }
  }

  private Utterance speakLoaded(Sentence sentence, long seed, Cancellation cancellation)
      throws NarrationException {
    SpeechSettings settings = model.settings();
    for (String voice : voicesOf(sentence)) {
      hear(voice);
    }
    Sentence probed = new Sentence(sentence.source(), sentence.words(), PROBE, sentence.heading());
    SpokenSentence spoken =
        synthesizer.speak(probed, heard::get, settings.withSeed(seed), cancellation);
    double scale = 1 / settings.speed();
    double edge = Math.max(0, PROBE.seconds() * scale - spoken.pauseSeconds());
    return new Utterance(spoken.audio(), times(spoken), new Take.Spacing(edge, scale));
  }

  private static List<String> voicesOf(Sentence sentence) {
    return sentence.words().stream().map(word -> word.controls().voice()).distinct().toList();
  }

  private void hear(String voice) throws NarrationException {
    if (heard.containsKey(voice)) {
      return;
    }
    try {
      Audio clip = voices.clip(voice, synthesizer.format().signal().sampleRate());
      heard.put(voice, synthesizer.voice(clip));
    } catch (SpeechException e) {
      throw new NarrationException(
          Reason.SYNTHESIS, "the voice " + voice + ": " + e.getMessage(), e);
    }
  }

  private List<Take.WordTime> times(SpokenSentence spoken) {
    List<Take.WordTime> times = new ArrayList<>();
    for (SpokenWord word : spoken.words()) {
      boolean doubtful = word.score() < model.settings().check().doubtful();
      times.add(new Take.WordTime(word.start(), word.end(), doubtful));
    }
    return times;
  }

  @Override
  public void close() {
    if (loaded != null) {
      loaded.close();
    }
  }
}
