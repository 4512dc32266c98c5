package myna.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import picocli.CommandLine.Option;

/** The options of speak that say who speaks. */
final class SpeakVoice {
  @Option(
      names = "--voice",
      paramLabel = "NAME",
      required = true,
      description = "A voice of the library, which [voice NAME] in the text changes.")
  private String name;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      required = true,
      description =
          "A clip of the voice: 3 s are enough, 10 s are better. No transcript is needed. Given"
              + " several times, the clips are combined.")
  private List<Path> references = List.of();

  private final List<Audio> clips = new ArrayList<>(); // of the references, once they are read

  /** The voice that speaks where the text names nobody; files are read at once. */
  VoiceSource main() throws AudioException, VoiceException {
    if (name != null) {
      return VoiceSource.of(library(), library().get(name));
    }
    for (Path reference : references) {
      clips.add(AudioFiles.read(reference));
    }
    return VoiceSource.of(clips).guardedBy(Places.here().gate());
  }

  /** Says what spoils the clips. */
  void warn(PrintWriter err) {
    for (int i = 0; i < clips.size(); i++) {
      ClipWarning.of(references.get(i), clips.get(i)).ifPresent(it -> err.println("myna: " + it));
    }
  }

  /** Everyone who may speak: with a clip, its voice alone. */
  Voices voices(VoiceSource main) {
    return name == null ? Voices.of(main) : Voices.of(library()).withMain(main);
  }

  private static VoiceLibrary library() {
    return Places.here().library();
  }
}
