package myna.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import myna.audio.Audio;
import myna.audio.Signals;
import myna.jobs.Cancellation;
import myna.onnx.pack.Packs;
import myna.speech.SpeechException.Reason;
import myna.text.TextSettings;
import myna.voice.Reading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What does not serve to learn a voice from is refused in a sentence before anything is learned, by
 * the delivered pack, which speaks the readings itself.
 */
class AdaptInputTest {
  private static final Path PACK = Path.of("models", "en-small");
  private static final List<String> TEXTS =
      List.of(
          "The ferry leaves the harbour at a quarter past six, whether we are on board or not.",
          "My grandfather taught me how to whistle through two fingers, but I never managed it.",
          "Thirty-five geese flew over the old church, heading for the marshes in the south.",
          "There was a smell of wood smoke and wet leaves, and somewhere a dog was barking.",
          "In the end it was not the money that mattered, it was the time we spent together.",
          "Please write your full name, your age, and the date at the top of the page.");
  private static final VoiceSource LINDA = voice("linda");
  private static final VoiceSource KATHLEEN = voice("kathleen");

  private static final Map<String, Audio> SAID_BY_LINDA = new HashMap<>();

  private static PackLease pack;

  @BeforeAll
  static void open() throws EngineException {
    assumeTrue(Files.exists(PACK));
    pack = Packs.lease(PACK);
  }

  @AfterAll
  static void close() {
    if (pack != null) {
      pack.close();
    }
  }

  @Test
  void tooLittleSpeech() throws EngineException {
    List<Reading> readings = List.of(read(0), read(1));
    assertRefused(readings, Reason.SHORT_READING, "too little to learn from");
  }

  @Test
  void otherWords() throws EngineException {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      String other = TEXTS.get((i + 1) % TEXTS.size());
      readings.add(new Reading(other, read(i).audio()));
    }
    assertRefused(readings, Reason.WRONG_WORDS, "do not say what their texts say, such as");
  }

  @Test
  void twoReaders() throws EngineException {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      String text = TEXTS.get(i);
      readings.add(i % 2 == 0 ? read(i) : new Reading(text, spoken(KATHLEEN, text)));
    }
    assertRefused(readings, Reason.SEVERAL_READERS, "sound like more than one voice");
  }

  @Test
  void music() throws EngineException {
    List<Reading> readings = new ArrayList<>();
    for (String text : TEXTS) {
      readings.add(new Reading(text, chords(5)));
    }
    assertRefused(readings, Reason.WRONG_WORDS, "do not say what their texts say, such as");
  }

  @Test
  void anotherLanguage() throws EngineException {
    List<String> german =
        List.of(
            "Der Hafen liegt im Nebel, und die alten Boote schlafen noch.",
            "Mein Grossvater hat mir das Pfeifen auf zwei Fingern beigebracht.",
            "Am Abend flogen die Wildgaense ueber das kleine Dorf nach Sueden.",
            "Es roch nach Holzfeuer und nassem Laub, irgendwo bellte ein Hund.",
            "Zuletzt ging es nicht um Geld, sondern um die gemeinsame Zeit.",
            "Bitte schreiben Sie Ihren Namen und das Datum oben auf die Seite.");
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      readings.add(new Reading(TEXTS.get(i), spoken(LINDA, german.get(i))));
    }
    assertRefused(readings, Reason.WRONG_WORDS, "do not say what their texts say, such as");
  }

  private static void assertRefused(List<Reading> readings, Reason reason, String message) {
    AdaptRequest request = new AdaptRequest(LINDA, readings, TextSettings.DEFAULT, 1, 1);
    EngineException refused =
        catchThrowableOfType(
            EngineException.class,
            () ->
                pack.adapt(
                    request,
                    (share, text) -> assertThat(share).as("nothing is learned").isZero(),
                    Cancellation.NEVER));
    assertThat(refused.failure()).isEqualTo(new EngineException.Failure.Speech(reason));
    assertThat(refused).hasMessageContaining(message).hasMessageNotContaining("\n");
  }

  private static VoiceSource voice(String name) {
    return VoiceSource.ofFiles(List.of(Path.of("assets", "reference", name + ".wav")));
  }

  private static Reading read(int text) throws EngineException {
    String words = TEXTS.get(text);
    if (!SAID_BY_LINDA.containsKey(words)) {
      SAID_BY_LINDA.put(words, spoken(LINDA, words));
    }
    return new Reading(words, SAID_BY_LINDA.get(words));
  }

  private static Audio spoken(VoiceSource voice, String text) throws EngineException {
    return pack.speak(SpeechRequest.of(text, voice), Cancellation.NEVER).audio();
  }

  /** Chords of three notes, another every half second. */
  private static Audio chords(double seconds) {
    double[] roots = {220, 246.9, 196, 261.6};
    List<Audio> parts = new ArrayList<>();
    for (int i = 0; i < 2 * seconds; i++) {
      double root = roots[i % roots.length];
      Audio fifth = Signals.sine(1.5 * root, 0.1, 0.5, 16_000);
      Audio chord = Signals.add(Signals.sine(root, 0.2, 0.5, 16_000), fifth);
      parts.add(Signals.add(chord, Signals.sine(2.52 * root, 0.1, 0.5, 16_000)));
    }
    return Signals.join(parts.toArray(Audio[]::new));
  }
}
