package myna.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioFiles;
import myna.audio.Resampler;
import myna.cli.CommandLines;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.SpeechRequest;
import myna.engine.VoiceSource;
import myna.jobs.Cancellation;
import myna.onnx.Packs;
import myna.speech.Knob;
import myna.speech.ReferenceClipTest;
import myna.speech.Speech;
import myna.speech.SpeechListener;
import myna.speech.SpeechOptions;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack whose decoder gives 24 kHz of the tokens that another makes 16 kHz of. */
class OutputRateTest {
  private static final String TEXT =
      "When the long winter evenings came at last, everybody gathered around the fire. Good night.";

  @TempDir private Path folder;
  private Path wide;
  private Path reference;

  @BeforeEach
  void write() throws Exception {
    wide = Packs.copy24k(folder.resolve("wide"));
    reference = folder.resolve("reference.wav");
    AudioFiles.write(reference, ReferenceClipTest.clip(0.3, 3, 16_000));
  }

  @Test
  void saysTheSameAtAnotherRate() throws EngineException {
    Speech narrow = speak(Packs.TINY, false);
    Speech broad = speak(wide, false);
    assertThat(broad.audio().sampleRate()).isEqualTo(24_000);
    assertThat(broad.audio().seconds()).isCloseTo(narrow.audio().seconds(), within(1e-3));
    assertThat(broad.words()).hasSameSizeAs(narrow.words());
    for (int i = 0; i < broad.words().size(); i++) {
      SpokenWord word = broad.words().get(i);
      assertThat(word.start()).isCloseTo(narrow.words().get(i).start(), within(1e-3));
    }
    Audio down = Resampler.resample(broad.audio(), 16_000);
    assertThat(correlation(down.samples(), narrow.audio().samples())).isGreaterThan(0.8);
  }

  @Test
  void isListenedTo() throws EngineException {
    assertThat(speak(wide, true).words()).noneMatch(word -> Double.isNaN(word.score()));
  }

  @Test
  void piecesAreTheWhole() throws EngineException {
    List<Float> pieces = new ArrayList<>();
    List<Float> whole = new ArrayList<>();
    try (PackLease pack = Packs.lease(wide)) {
      pack.stream(
          SpeechRequest.of(TEXT, voice()).with(SpeechOptions.NONE.with(Knob.STEPS, 1)),
          new SpeechListener() {
            @Override
            public void piece(Audio piece) {
              assertThat(piece.sampleRate()).isEqualTo(24_000);
              addTo(pieces, piece);
            }

            @Override
            public void sentence(SpokenSentence sentence) {
              addTo(whole, sentence.audio());
            }
          },
          Cancellation.NEVER);
    }
    assertThat(pieces).isEqualTo(whole);
  }

  @Test
  void commandsWriteItsRate() throws Exception {
    Path output = folder.resolve("said.wav");
    run("speak", "--reference", reference, "--text", "Hello.", "--output", output);
    assertThat(AudioFiles.read(output).sampleRate()).isEqualTo(24_000);
    Path trip = folder.resolve("trip.wav");
    run("codec", "roundtrip", reference, trip);
    assertThat(AudioFiles.read(trip).sampleRate()).isEqualTo(24_000);
    assertThat(AudioFiles.read(trip).seconds())
        .isCloseTo(AudioFiles.read(reference).seconds(), within(1e-4));
    Path book = Files.writeString(folder.resolve("book.txt"), "One. Two.\n");
    Path made = folder.resolve("book.flac");
    run("narrate", book, "--reference", reference, "--output", made, "--steps", "1");
    assertThat(AudioFiles.read(made).sampleRate()).isEqualTo(24_000);
  }

  private void run(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.add("--pack");
    all.add(wide);
    CommandLines commands = new CommandLines();
    assertThat(commands.run(all.toArray())).as(commands.err()).isZero();
  }

  private static Speech speak(Path folder, boolean verify) throws EngineException {
    SpeechOptions options = SpeechOptions.NONE.with(Knob.VERIFY, verify).with(Knob.STEPS, 2);
    try (PackLease pack = Packs.lease(folder)) {
      return pack.speak(SpeechRequest.of(TEXT, voice()).with(options), Cancellation.NEVER);
    }
  }

  private static VoiceSource voice() {
    return VoiceSource.of(List.of(ReferenceClipTest.clip(0.3, 3, 16_000)));
  }

  private static void addTo(List<Float> samples, Audio audio) {
    for (float sample : audio.samples()) {
      samples.add(sample);
    }
  }

  private static double correlation(float[] a, float[] b) {
    double dot = 0;
    double squares = 0;
    double others = 0;
    for (int t = 0; t < Math.min(a.length, b.length); t++) {
      dot += (double) a[t] * b[t];
      squares += (double) a[t] * a[t];
      others += (double) b[t] * b[t];
    }
    return dot / Math.sqrt(squares * others);
  }
}
