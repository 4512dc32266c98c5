package myna.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioFiles;
import myna.jobs.Cancellation;
import myna.onnx.pack.Packs;
import myna.speech.Knob;
import myna.speech.SpeechOptions;
import myna.speech.reference.ReferenceClipTest;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceSourceTest {
  private static final SpeechOptions OPTIONS = SpeechOptions.NONE.with(Knob.STEPS, 2);

  @TempDir private Path folder;

  /** Several clips of other levels, rates and lengths, as files, in memory and in the library. */
  @Test
  void theSameClipsSoundTheSameWhereverTheyAre() throws Exception {
    List<Path> files = new ArrayList<>();
    for (Audio clip :
        List.of(
            ReferenceClipTest.clip(0.1, 2, 22_050),
            ReferenceClipTest.clip(0.5, 14, 16_000),
            ReferenceClipTest.clip(0.02, 5, 44_100))) {
      files.add(folder.resolve(files.size() + ".wav"));
      AudioFiles.write(files.getLast(), clip);
    }
    List<Audio> clips = new ArrayList<>();
    List<Recording> recordings = new ArrayList<>();
    for (Path file : files) {
      clips.add(AudioFiles.read(file));
      recordings.add(new Recording("clip", clips.getLast()));
    }
    VoiceLibrary library = new VoiceLibrary(folder.resolve("voices"));
    Consent mine = new Consent(Consent.Kind.MINE, LocalDate.of(2026, 1, 1));
    Voice voice = library.create("Ada", mine, recordings);
    try (PackLease pack = Packs.lease(Packs.TINY)) {
      Audio byPath = spoken(pack, VoiceSource.ofFiles(files));
      assertThat(spoken(pack, VoiceSource.of(library, voice))).isEqualTo(byPath);
      assertThat(spoken(pack, VoiceSource.of(clips.reversed()))).isEqualTo(byPath);
      assertThat(spoken(pack, VoiceSource.of(clips.subList(0, 1)))).isNotEqualTo(byPath);
    }
  }

  private static Audio spoken(PackLease pack, VoiceSource voice) throws EngineException {
    SpeechRequest request = SpeechRequest.of("The rain had stopped.", voice).with(OPTIONS);
    return pack.speak(request, Cancellation.NEVER).audio();
  }
}
