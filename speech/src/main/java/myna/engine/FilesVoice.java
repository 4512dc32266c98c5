package myna.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;

/** The voice of files of sound, told by their bytes. */
record FilesVoice(List<Path> files) implements VoiceSource {
  @Override
  public String fingerprint() throws EngineException {
    List<String> hashes = new ArrayList<>();
    for (Path file : files) {
      hashes.add(hash(file));
    }
    return String.join(" ", hashes);
  }

  private static String hash(Path file) throws EngineException {
    try {
      return HexFormat.of().formatHex(Hashes.sha256().digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw EngineException.of(AudioFiles.readFailure(file, e));
    }
  }

  @Override
  public List<Audio> clips(int sampleRate) throws EngineException {
    List<Audio> clips = new ArrayList<>();
    for (Path file : files) {
      try {
        clips.add(AudioFiles.read(file));
      } catch (AudioException e) {
        throw EngineException.of(e);
      }
    }
    return clips;
  }
}
