package myna.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import myna.audio.Audio;
import myna.audio.AudioFiles;
import myna.cli.CommandLines;
import myna.codec.SeededNoise;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.Pronunciations;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.narration.BookProject;
import myna.narration.Narration;
import myna.narration.NarrationOrder;
import myna.narration.project.LineEntry;
import myna.narration.project.ProjectSettings;
import myna.narration.project.StoredTake;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderListener;
import myna.narration.render.Shard;
import myna.narration.script.Cast;
import myna.onnx.pack.Packs;
import myna.speech.Knob;
import myna.speech.SpeechOptions;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Sentence;
import myna.ui.engine.StudioEngine;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command, the studio and a book say a sentence alike, to the sample. */
class SameSamplesTest {
  private static final String TEXT = "The rain had stopped, and the birds began.";
  private static final SpeechOptions OPTIONS =
      SpeechOptions.NONE.with(Knob.STEPS, 2).with(Knob.VERIFY, false);

  @TempDir private Path folder;
  private final VoiceLibrary library =
      new VoiceLibrary(Path.of(System.getenv("MYNA_HOME"), "voices"));
  private Voice voice;

  static Stream<Path> packs() {
    Path delivered = Path.of("models", "en-small");
    return Files.exists(delivered) ? Stream.of(Packs.TINY, delivered) : Stream.of(Packs.TINY);
  }

  @BeforeEach
  void addVoice() throws Exception {
    voice =
        library.create(
            "Linda of " + folder.getFileName(),
            new Consent(Consent.Kind.PERMISSION, LocalDate.of(2026, 1, 1)),
            List.of(
                new Recording(
                    "linda.wav", AudioFiles.read(Path.of("assets/reference/linda.wav")))));
  }

  @AfterEach
  void removeVoice() throws VoiceException {
    library.delete(voice);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void commandStudioAndBookSayTheSame(Path pack) throws Exception {
    try (PackLease lease = Packs.lease(pack)) {
      assertThat(command(pack)).isEqualTo(rounded(studio(lease, SeededNoise.derive(7, 0)).audio()));
      StoredTake[] take = new StoredTake[1];
      short[] narrated = book(lease, take);
      SpokenSentence spoken = studio(lease, seed(take[0]));
      assertThat(narrated).isEqualTo(rounded(spoken.audio()));
      assertThat(take[0].take().spacing()).isEqualTo(spoken.spacing());
    }
  }

  private short[] command(Path pack) throws Exception {
    Path output = folder.resolve("said.wav");
    CommandLines commands = new CommandLines();
    int status =
        commands.run(
            "speak",
            "--voice",
            voice.name(),
            "--text",
            TEXT,
            "--pack",
            pack,
            "--steps",
            "2",
            "--seed",
            "7",
            "--threads",
            "2",
            "--device",
            "cpu",
            "--no-watermark",
            "--output",
            output);
    assertThat(status).as(commands.err()).isZero();
    return rounded(AudioFiles.read(output));
  }

  private SpokenSentence studio(PackLease lease, long seed) throws EngineException {
    StudioEngine studio =
        new StudioEngine(() -> lease, library, new Pronunciations(folder.resolve("lexicon.tsv")));
    Sentence sentence = studio.analyze(TEXT).sentences().getFirst();
    SpeechSettings settings = OPTIONS.settings(lease.format().defaults()).withSeed(seed);
    return studio.speak(sentence, voice, settings, Cancellation.NEVER);
  }

  private short[] book(PackLease lease, StoredTake[] take) throws Exception {
    try (Narration narration =
        Narration.open(order(), lease, Voices.of(library), Cancellation.NEVER)) {
      narration.render(Shard.ALL, RenderListener.NONE, new RenderControl());
      long chapter = narration.project().spokenChapters().getFirst().id();
      LineEntry line = narration.project().line(narration.project().lineIds(chapter).getFirst());
      take[0] = line.take().orElseThrow();
      return rounded(narration.listen(line.id()));
    }
  }

  private NarrationOrder order() throws IOException {
    Path book = Files.writeString(folder.resolve("book.txt"), TEXT + "\n");
    return new NarrationOrder(
        Optional.of(book),
        folder.resolve("project"),
        BookProject.Handling.STRICT,
        List.of(),
        before -> ProjectSettings.of(Cast.of(voice.name())).withSpeech(OPTIONS.toString()));
  }

  /** The seed that follows from a take's key. */
  private static long seed(StoredTake take) {
    return new BigInteger(take.key().substring(0, 16), 16).longValue() & Long.MAX_VALUE;
  }

  private static short[] rounded(Audio audio) {
    short[] rounded = new short[audio.length()];
    for (int t = 0; t < rounded.length; t++) {
      rounded[t] = (short) Math.clamp(Math.round(audio.samples()[t] * 32768f), -32768, 32767);
    }
    return rounded;
  }
}
